// Puts a button under every text that is there to be copied. Without it the text can be selected.
(function () {
  "use strict";

  function copied(field) {
    field.focus();
    field.select();
    try {
      return document.execCommand("copy");
    } catch (refused) {
      return false;
    }
  }

  function addButton(field) {
    var button = document.createElement("button");
    var said = document.createElement("span");
    button.type = "button";
    button.className = "copy";
    button.textContent = field.getAttribute("data-copy");
    said.className = "copied";
    said.setAttribute("role", "status");
    button.addEventListener("click", function () {
      said.textContent = copied(field) ? field.getAttribute("data-copied") : "";
    });
    field.insertAdjacentElement("afterend", said);
    field.insertAdjacentElement("afterend", button);
  }

  Array.prototype.forEach.call(document.querySelectorAll("textarea[data-copy]"), addButton);
})();
