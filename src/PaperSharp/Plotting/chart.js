// Draws one chart in a notebook's output, in the place of its picture, in the text colour that the page has there.
(function () {
  const packed = "{figure}";

  // A front end may run the script before it puts the output into the page.
  async function place() {
    for (let tries = 0; tries < 200; tries++) {
      const root = document.getElementById("{id}");
      if (root) { return root; }
      await new Promise(later => setTimeout(later, 50));
    }
    throw new Error("its output is not on the page");
  }

  function plotly() {
    if (window.Plotly) { return Promise.resolve(window.Plotly); }
    // Jupyter's pages tell their address; the folder of the kernel has plotly.js. Once a page, however many charts ask.
    const config = document.getElementById("jupyter-config-data");
    const base = document.body.dataset.baseUrl || (config && JSON.parse(config.textContent).baseUrl);
    if (!base) { return Promise.reject(new Error("no plotly.js on this page")); }
    window.paperSharpPlotly ||= fetch(base + "kernelspecs/.net-csharp/plotly.min.js")
      .then(answer => answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText)))
      .then(source => {
        // Not as a script element: classic Notebook's module loader would take it away.
        new Function("define", "module", "exports", source).call(window);
        return window.Plotly;
      });
    return window.paperSharpPlotly;
  }

  function figure() {
    const bytes = Uint8Array.from(atob(packed), character => character.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).json();
  }

  Promise.all([place(), plotly(), figure()]).then(([root, Plotly, { data, layout }]) => {
    const colour = () => getComputedStyle(root).color;
    let shown = colour();
    layout.font = Object.assign({}, layout.font, { color: shown });
    if (layout.width > root.clientWidth) { delete layout.width; }
    root.textContent = "";
    return Plotly.newPlot(root, data, layout, { responsive: true, displaylogo: false }).then(() => {
      const observer = new MutationObserver(follow), dark = matchMedia("(prefers-color-scheme: dark)");
      function follow() {
        if (!root.isConnected) { observer.disconnect(); dark.removeEventListener("change", follow); return; }
        if (shown !== colour()) { Plotly.relayout(root, { "font.color": shown = colour() }); }
      }
      // JupyterLab, VS Code and pages with a switch change an attribute; the others follow the system.
      [document.documentElement, document.body].forEach(node => observer.observe(node, { attributes: true }));
      dark.addEventListener("change", follow);
    });
  }).catch(problem => console.info("The chart stays a picture: " + problem.message));
})();
