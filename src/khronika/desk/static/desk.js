// What a page does beyond reading and sending forms: copy a text, and say that it was copied.
"use strict";
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  field.select();
  navigator.clipboard.writeText(field.value).then(() => {
    button.textContent = button.dataset.copied;
  });
});
// Files that are too large together are told before they are sent.
document.addEventListener("change", (event) => {
  const most = Number(event.target.dataset?.most);
  if (!most) return;
  const size = [...event.target.files].reduce((sum, one) => sum + one.size, 0);
  const said = document.getElementById(`${event.target.id}-size`);
  said.textContent = size > most ? said.dataset.said : "";
  event.target.setCustomValidity(size > most ? said.dataset.said : "");
});
