// Notes, in the page itself, when a slider was moved or let go and when new pixels were there.
() => {
  const ways = ["label", "inline", "ipympl", "ours"];
  const seen = Object.fromEntries(ways.map((way) => [way, []]));
  const bench = { seen, key: 0, released: 0 };
  window.bench = bench;
  const note = (way) => seen[way].push(performance.now());
  addEventListener("keydown", () => (bench.key = performance.now()), true);
  addEventListener("mouseup", () => (bench.released = performance.now()), true);

  const watch = (selector, what, react) =>
    new MutationObserver(react).observe(document.querySelector(selector), what);
  watch(".shows-label", { childList: true, characterData: true, subtree: true }, () => note("label"));

  // An inline picture counts once, when it is decoded and so can be painted.
  const inline = () => document.querySelector(".shows-inline img");
  let last = inline().src;
  const pictures = { childList: true, subtree: true, attributes: true, attributeFilter: ["src"] };
  watch(".shows-inline", pictures, () => {
    const image = inline();
    if (!image || image.src === last) return;
    last = image.src;
    image.decode().then(() => note("inline"), () => {});
  });

  // ipympl and ours prepare hidden pixels and copy them to a canvas on the page. Ours copies two
  // layers, one straight after the other: a picture counts once, when no more follows.
  const draw = CanvasRenderingContext2D.prototype.drawImage;
  const drawing = new Set();
  CanvasRenderingContext2D.prototype.drawImage = function (...rest) {
    draw.apply(this, rest);
    const way = ["ipympl", "ours"].find((each) => this.canvas.closest(`.shows-${each}`));
    if (!way || drawing.has(way)) return;
    drawing.add(way);
    queueMicrotask(() => (drawing.delete(way), note(way)));
  };
}
