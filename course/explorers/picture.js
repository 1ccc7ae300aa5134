// The page's side of an explorer: picture, sentence, tasks, fold-out parts, and names for the
// sliders. Every text is set as text, so nothing in it can become markup.

const QUIET_MS = 400; // after this long without a change a screen reader may speak
const OPAQUE = 0xff000000; // alpha of a pixel, as one word of red, green, blue and alpha

/** Make an element with attributes and children. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Set a text only if it differs, so that a live region does not repeat itself. */
function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Write a number as the sentence does: three significant figures, true minus sign; or name it. */
function spoken(number, unit, choices) {
  if (choices.length) return choices[Math.round(number)];
  const text = String(Number(number.toPrecision(3))).replace("-", "−");
  return unit ? `${text} ${unit}` : text;
}

/** Lay the live curves over nothing; `course.explorers.runs` tells what the words mean. */
function curvesOf(model, { width, height }) {
  const { buffer, byteOffset, byteLength } = model.get("curves");
  const words = new Uint32Array(buffer.slice(byteOffset, byteOffset + byteLength));
  const layer = new ImageData(width, height);
  const pixels = new Uint32Array(layer.data.buffer);
  for (let i = 0; i < words.length; i += 2) {
    const following = words[i + 1] >>> 24;
    pixels.fill(words[i + 1] | OPAQUE, words[i], words[i] + following + 1);
  }
  return layer;
}

/** Give a canvas the pixels that a picture needs; that empties it, so only where it must be. */
function fit(canvas, { width, height }) {
  if (canvas.width !== width || canvas.height !== height)
    Object.assign(canvas, { width, height });
}

/** The picture: a background, which stays, and on it the live curves. A background takes a moment
 *  to decode; whatever the curves are by then is drawn on it. A screen with more pixels than the
 *  picture asks for a sharper one. */
function pictureOf(model) {
  const [width, height] = [model.get("width_px"), model.get("height_px")];
  const canvas = make("canvas", { class: "cleft-image", role: "img", width, height });
  canvas.style.width = `${width}px`;
  const layer = make("canvas");
  const dense = window.matchMedia("(min-resolution: 1.01dppx)"); // by zooming in, too
  let decoding;
  const paint = async () => {
    const asked = decoding;
    const background = await asked;
    if (asked !== decoding) return; // another is on its way
    for (const each of [canvas, layer]) fit(each, background);
    layer.getContext("2d").putImageData(curvesOf(model, background), 0, 0);
    const context = canvas.getContext("2d");
    context.drawImage(background, 0, 0);
    context.drawImage(layer, 0, 0);
    if (dense.matches && background.width === width) model.send({ wants: "sharp" });
  };
  const decode = () => {
    decoding = createImageBitmap(new Blob([model.get("background")], { type: "image/png" }));
    paint();
  };
  const name = () => canvas.setAttribute("aria-label", model.get("alt"));
  model.on("change:background", decode);
  model.on("change:curves", paint);
  model.on("change:alt", name);
  dense.addEventListener("change", paint);
  decode();
  name();
  const close = () => {
    model.off("change:background", decode);
    model.off("change:curves", paint);
    model.off("change:alt", name);
    dense.removeEventListener("change", paint);
  };
  return [canvas, close];
}

/** The sentence, which follows the slider; `spokenOf` tells it to those who do not see it. */
function sentenceOf(model) {
  const sentence = make("p", { class: "cleft-sentence" });
  const show = () => say(sentence, model.get("sentence"));
  model.on("change:sentence", show);
  show();
  return [sentence, () => model.off("change:sentence", show)];
}

/** What a screen reader speaks, seen by nobody: where a slider has come to rest, and what is held.
 *  Nothing is written while a slider moves, for each writing would be spoken. */
function spokenOf(model) {
  const live = make("p", { class: "cleft-spoken", role: "status" });
  let [timer, kept] = [0, model.get("kept")];
  const speak = (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => say(live, text), QUIET_MS);
  };
  const moved = () => speak(model.get("sentence"));
  const held = () => {
    const added = model.get("kept").filter((line) => !kept.includes(line));
    kept = model.get("kept");
    speak(added.length ? `Held as ${added.join("; ")}.` : "No curve is held any more.");
  };
  model.on("change:sentence", moved);
  model.on("change:kept", held);
  const close = () => {
    clearTimeout(timer);
    model.off("change:sentence", moved);
    model.off("change:kept", held);
  };
  return [live, close];
}

/** The list of held curves with their settings. */
function keptOf(model) {
  const list = make("ul", { class: "cleft-kept", "aria-label": "Held curves", role: "list" });
  const show = () => {
    list.replaceChildren(...model.get("kept").map((line) => make("li", {}, line)));
    list.hidden = model.get("kept").length === 0;
  };
  model.on("change:kept", show);
  show();
  return [list, () => model.off("change:kept", show)];
}

/** The tasks, each with the place where its solution is acknowledged. */
function tasksOf(model) {
  const founds = model.get("tasks").map(() => make("p", { class: "cleft-found", role: "status" }));
  const items = model.get("tasks").map((task, i) => make("li", {}, make("p", {}, task), founds[i]));
  const list = make("ol", { class: "cleft-tasks", "aria-label": "Tasks", role: "list" }, ...items);
  const show = () => founds.forEach((found, i) => say(found, model.get("found")[i] ?? ""));
  model.on("change:found", show);
  show();
  return [list, () => model.off("change:found", show)];
}

function fold(summary, ...children) {
  return make("details", { class: "cleft-fold" }, make("summary", {}, summary), ...children);
}

/** Value, unit, range, status and source of every number. */
function numbersOf(model) {
  const lines = (text) => text.split("\n").map((line) => make("div", {}, line));
  const cells = (kind, row, rest = {}) => row.map((text) => make(kind, rest, ...lines(text)));
  const head = make("tr", {}, ...cells("th", model.get("headings"), { scope: "col" }));
  const rows = model.get("numbers").map(([name, ...rest]) =>
    make("tr", {}, ...cells("th", [name], { scope: "row" }), ...cells("td", rest)),
  );
  const table = make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows));
  const frame = make("div", { class: "cleft-scroll", tabindex: "0", role: "group" }, table);
  frame.setAttribute("aria-label", "Where the numbers come from");
  return [fold("Where the numbers come from", frame), () => {}];
}

/** The lines that compute the present curves. */
function codeOf(model) {
  const code = make("code");
  const show = () => say(code, model.get("code"));
  model.on("change:code", show);
  show();
  const frame = make("pre", { class: "cleft-code", tabindex: "0", role: "group" }, code);
  frame.setAttribute("aria-label", "Code");
  return [fold("Show the code", frame), () => model.off("change:code", show)];
}

/** Files, made by the kernel when somebody asks for them. All views of an explorer get a file; the
 *  one that asked saves it. */
function dataOf(model) {
  const told = make("span", { class: "cleft-told", role: "status" });
  let waiting = 0;
  const ask = (text, wants) => {
    const button = make("button", { type: "button", class: "cleft-button" }, text);
    button.addEventListener("click", () => {
      waiting += 1;
      say(told, "");
      model.send({ wants });
    });
    return button;
  };
  const save = ({ file }, buffers) => {
    if (!file || !waiting) return;
    waiting -= 1;
    const address = URL.createObjectURL(new Blob(buffers));
    make("a", { href: address, download: file }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    say(told, `Saved as ${file}.`);
  };
  model.on("msg:custom", save);
  const what = "One line a point: panel, curve, letter if held, both coordinates with units. ";
  const [table, picture] = [ask("Save curves as CSV", "csv"), ask("Save picture as PNG", "png")];
  const files = make("p", {}, table, " ", picture, " ", told);
  return [fold("Data", make("p", {}, what), files), () => model.off("msg:custom", save)];
}

/** Name one slider and its box. The slider speaks its number with the unit: at once as the page
 *  knows it, and then as the kernel took it. */
function nameControl(model, root, { css, label, unit, log, low, high, choices }) {
  const handle = root.querySelector(`.${css}.cleft-slider .noUi-handle`);
  const input = root.querySelector(`.${css}.cleft-box :is(input, select)`);
  if (!handle || !input) return null;
  const name = unit ? `${label} (${unit})` : label;
  handle.setAttribute("aria-label", name);
  input.setAttribute("aria-label", `${name}, ${choices.length ? "by name" : "as a number"}`);
  let said = "";
  const speak = (text) => {
    said = text;
    if (handle.getAttribute("aria-valuetext") !== text) handle.setAttribute("aria-valuetext", text);
  };
  const moved = () => {
    const raw = handle.getAttribute("aria-valuetext");
    if (raw === said) return;
    const number = log ? 10 ** Number(raw) : Number(raw);
    speak(spoken(Math.min(Math.max(number, low), high), unit, choices));
  };
  const taken = () => speak(model.get("values")[css]);
  const watcher = new MutationObserver(moved);
  watcher.observe(handle, { attributeFilter: ["aria-valuetext"] });
  model.on("change:values", taken);
  taken();
  return () => (watcher.disconnect(), model.off("change:values", taken));
}

/** Keep keys for the element that has the focus: the notebook would take an arrow to move to
 *  another cell, and Enter to edit one. It asks each element by itself, so a parent is no help. */
function keepKeys(root) {
  for (const element of root.querySelectorAll("button, input, select, summary, [tabindex]"))
    element.setAttribute("data-lm-suppress-shortcuts", "true");
}

/** Keep the focus on the page: a button that has done its work for now would take it along. */
function keepFocus(root) {
  const hold = root.querySelector(".cleft-hold");
  root.querySelector(".cleft-clear").addEventListener("click", () => hold.focus());
}

/** Name all controls as soon as the page has drawn them. */
function nameControls(model, el) {
  const waiting = new Set(model.get("sliders"));
  const closers = [];
  const timer = setInterval(() => {
    const root = el.closest(".cleft-explorer");
    if (!root) return;
    root.setAttribute("role", "group");
    root.setAttribute("aria-label", model.get("title"));
    for (const slider of waiting) {
      const close = nameControl(model, root, slider);
      if (!close) continue;
      closers.push(close);
      waiting.delete(slider);
    }
    if (waiting.size > 0) return;
    keepKeys(root);
    keepFocus(root);
    clearInterval(timer);
  }, 50);
  return () => (clearInterval(timer), closers.forEach((close) => close()));
}

function render({ model, el }) {
  const parts = [pictureOf, sentenceOf, spokenOf, keptOf, tasksOf, numbersOf, codeOf, dataOf];
  const made = parts.map((part) => part(model));
  el.classList.add("cleft-picture");
  el.append(...made.map(([element]) => element));
  const closers = [...made.map(([, close]) => close), nameControls(model, el)];
  return () => closers.forEach((close) => close());
}

export default { render };
