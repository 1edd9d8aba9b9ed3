document.querySelector("main").append("Words that need JavaScript.");
console.error("A planted complaint.");
