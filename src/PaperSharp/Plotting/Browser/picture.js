// Draws a figure on white and reduces it to at most 256 colours: a chart has few, and its file is a fifth of the size.
globalThis.picture = async (figure, width, height, scale) => {
  figure.layout = Object.assign({}, figure.layout, { paper_bgcolor: "#ffffff" });
  figure.layout.font = Object.assign({}, figure.layout.font, { color: "#333333" });
  const image = new Image();
  image.src = await Plotly.toImage(figure, { format: "svg", width, height });
  await image.decode();
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);

  const counts = new Map();
  for (const pixel of pixels) { counts.set(pixel, (counts.get(pixel) || 0) + 1); }

  // At most 256 boxes of colours: the one that reaches furthest in red, green or blue is halved there, again and again.
  // Each becomes its most frequent colour, so that paper, lines and bars keep theirs.
  const channel = (pixel, shift) => (pixel >>> shift) & 255;
  const box = colours => {
    let extent = 0, shift = 0, middle = 0;
    for (const s of [0, 8, 16]) {
      let low = 255, high = 0;
      for (const pixel of colours) { low = Math.min(low, channel(pixel, s)); high = Math.max(high, channel(pixel, s)); }
      if (high - low > extent) { [extent, shift, middle] = [high - low, s, (low + high) / 2]; }
    }
    return { colours, extent, shift, middle };
  };
  const boxes = [box([...counts.keys()])];
  while (boxes.length < 256) {
    const widest = boxes.reduce((a, b) => b.extent > a.extent ? b : a);
    if (widest.extent === 0) { break; }
    const isLow = pixel => channel(pixel, widest.shift) <= widest.middle;
    boxes[boxes.indexOf(widest)] = box(widest.colours.filter(isLow));
    boxes.push(box(widest.colours.filter(pixel => !isLow(pixel))));
  }
  const indexOf = new Map();
  const palette = boxes.map(({ colours }, i) => {
    colours.forEach(pixel => indexOf.set(pixel, i));
    return colours.reduce((a, b) => counts.get(b) > counts.get(a) ? b : a);
  });
  const indices = new Uint8Array(pixels.length);
  for (let i = 0; i < pixels.length; i++) { indices[i] = indexOf.get(pixels[i]); }
  const colours = new Uint8Array(palette.flatMap(pixel => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255]));
  const text = bytes => {
    let all = "";
    for (let i = 0; i < bytes.length; i += 0x8000) { all += String.fromCharCode.apply(null, bytes.subarray(i, i + 0x8000)); }
    return btoa(all);
  };
  return [canvas.width, canvas.height, text(colours), text(indices)].join(" ");
};
0
