// Classic Notebook loads this file from the kernel's folder when a notebook of the kernel is opened. It draws charts with
// the plotly.js beside it; without it they are shown as their pictures.
define(["base/js/namespace", "notebook/js/outputarea"], function (Jupyter, outputarea) {
  "use strict";

  var mime = "application/vnd.plotly.v1+json";

  function draw(Plotly) {
    return function (figure, metadata, element) {
      var area = this.create_output_subarea(metadata, "output_plotly rendered_html", mime);
      var chart = document.createElement("div");
      area.append(chart);
      element.append(area);
      Plotly.newPlot(chart, { data: figure.data, layout: figure.layout, frames: figure.frames || [], config: { responsive: true, displaylogo: false } });
      return area;
    };
  }

  function onload() {
    var folder = Jupyter.notebook.base_url + "kernelspecs/" + encodeURIComponent(Jupyter.notebook.kernel_selector.current_selection) + "/";
    requirejs([folder + "plotly.min.js"], function (module) {
      // Some builds of plotly.js are modules, others set the global.
      outputarea.OutputArea.prototype.register_mime_type(mime, draw(module || window.Plotly), { safe: true, index: 0 });
      Jupyter.notebook.get_cells().forEach(function (cell) {
        if (cell.output_area && cell.output_area.outputs.some(function (output) { return output.data && output.data[mime]; })) {
          Jupyter.notebook.render_cell_output(cell);
        }
      });
    });
  }

  return { onload: onload };
});
