// The focal point of a picture, set by a click on it. The number fields beside it say and take the same.

for (const picture of document.querySelectorAll(".focus-picker")) {
  const x = document.getElementById(picture.dataset.x);
  const y = document.getElementById(picture.dataset.y);
  if (!x || !y) continue; // who may only look can't set it

  const frame = document.createElement("div");
  frame.className = "focus-frame";
  picture.replaceWith(frame);
  const mark = document.createElement("span");
  mark.className = "focus-mark";
  frame.append(picture, mark);

  const show = () => {
    mark.style.left = `${Number(x.value) * 100}%`;
    mark.style.top = `${Number(y.value) * 100}%`;
  };
  picture.addEventListener("click", (event) => {
    const box = picture.getBoundingClientRect();
    x.value = within((event.clientX - box.left) / box.width);
    y.value = within((event.clientY - box.top) / box.height);
    show();
  });
  x.addEventListener("input", show);
  y.addEventListener("input", show);
  show();
}

function within(share) {
  return Math.min(1, Math.max(0, share)).toFixed(2);
}
