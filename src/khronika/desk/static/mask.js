// Lets boxes be drawn over faces with a mouse or a finger; what is drawn stands in the form's numbers,
// and what is typed there is drawn. Without this the numbers alone do.
"use strict";
(() => {
  const canvas = document.querySelector("[data-mask]");
  if (!canvas) return;
  const form = canvas.closest("form");
  const SIDES = ["left", "top", "width", "height"];
  const rows = [...form.querySelectorAll(".boxes > li")].map((row) =>
    SIDES.map((side) => row.querySelector(`[name$="-${side}"]`)));
  const drawn = rows.map(() => {
    const box = document.createElement("span");
    box.className = "mask";
    box.hidden = true;
    canvas.append(box);
    return box;
  });
  let begun = null;

  const shown = (value) => String(Math.round(value * 10) / 10);
  const held = (value) => Math.min(100, Math.max(0, value));

  function draw() {
    rows.forEach((fields, at) => {
      const values = fields.map((field) => field.value);
      drawn[at].hidden = values.some((value) => value === "");
      SIDES.forEach((side, n) => { drawn[at].style[side] = `${Number(values[n])}%`; });
    });
  }

  function place(event) {
    const area = canvas.getBoundingClientRect();
    return [held((event.clientX - area.left) / area.width * 100),
            held((event.clientY - area.top) / area.height * 100)];
  }

  function stretch(event) {
    const [x, y] = place(event);
    const { x: fromX, y: fromY, fields } = begun;
    const sides = [Math.min(x, fromX), Math.min(y, fromY), Math.abs(x - fromX), Math.abs(y - fromY)];
    fields.forEach((field, n) => { field.value = shown(sides[n]); });
    draw();
  }

  canvas.addEventListener("pointerdown", (event) => {
    const fields = rows.find((row) => row.every((field) => field.value === ""));
    if (!fields) return;
    const [x, y] = place(event);
    begun = { x, y, fields };
    canvas.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  canvas.addEventListener("pointermove", (event) => { if (begun) stretch(event); });
  canvas.addEventListener("pointerup", (event) => {
    if (!begun) return;
    stretch(event);
    const [, , width, height] = begun.fields.map((field) => Number(field.value));
    if (width < 1 || height < 1) begun.fields.forEach((field) => { field.value = ""; });
    begun = null;
    draw();
  });
  form.addEventListener("input", draw);
  draw();
})();
