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

  // A picture counts once, when it is decoded and so can be painted.
  const noteDecoded = (way, image, old) => {
    if (!image || image.src === old.src) return;
    old.src = image.src;
    image.decode().then(() => note(way), () => {});
  };
  const inline = () => document.querySelector(".shows-inline img");
  const ours = () => document.querySelector(".shows-ours img");
  const lastInline = { src: inline().src };
  const lastOurs = { src: ours().src };
  const pictures = { childList: true, subtree: true, attributes: true, attributeFilter: ["src"] };
  watch(".shows-inline", pictures, () => noteDecoded("inline", inline(), lastInline));
  watch(".shows-ours", pictures, () => noteDecoded("ours", ours(), lastOurs));

  // ipympl decodes into a hidden canvas and copies that to the one on the page.
  const draw = CanvasRenderingContext2D.prototype.drawImage;
  CanvasRenderingContext2D.prototype.drawImage = function (...rest) {
    draw.apply(this, rest);
    if (this.canvas.isConnected) note("ipympl");
  };
}
