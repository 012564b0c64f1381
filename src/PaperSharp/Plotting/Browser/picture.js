// Draws a figure on white and reduces it to the colours it needs, at most 256: its file is a sixth of the size.
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

  // Boxes of colours, the one with the largest squared error halved at its mean again and again, until the error of what is
  // drawn (everything but the commonest colour, the paper) is below four levels, which nobody sees: 20 to 70 colours for
  // curves, up to 256 for a field. Each box becomes its most frequent colour, so that paper, lines and bars keep theirs.
  const most = 256, tolerance = 4 ** 2;
  const channel = (pixel, shift) => (pixel >>> shift) & 255;
  const box = colours => {
    const number = colours.reduce((sum, pixel) => sum + counts.get(pixel), 0);
    let error = 0, largest = -1, shift = 0, middle = 0;
    for (const s of [0, 8, 16]) {
      const mean = colours.reduce((sum, pixel) => sum + counts.get(pixel) * channel(pixel, s), 0) / number;
      const squares = colours.reduce((sum, pixel) => sum + counts.get(pixel) * (channel(pixel, s) - mean) ** 2, 0);
      error += squares;
      if (squares > largest) { [largest, shift, middle] = [squares, s, mean]; }
    }
    return { colours, error: colours.length > 1 ? error : 0, shift, middle };
  };
  const drawn = pixels.length - [...counts.values()].reduce((a, b) => Math.max(a, b));
  const boxes = [box([...counts.keys()])];
  while (boxes.length < most && boxes.reduce((sum, one) => sum + one.error, 0) > tolerance * drawn) {
    const worst = boxes.reduce((a, b) => b.error > a.error ? b : a);
    if (worst.error === 0) { break; }
    const isLow = pixel => channel(pixel, worst.shift) <= worst.middle;
    boxes[boxes.indexOf(worst)] = box(worst.colours.filter(isLow));
    boxes.push(box(worst.colours.filter(pixel => !isLow(pixel))));
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
