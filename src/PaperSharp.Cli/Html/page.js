(function () {
  "use strict";

  var root = document.documentElement, themes = window.localStorage;
  function stored(value) {
    // A page opened as a file may not store anything.
    try { return value === undefined ? themes.getItem("theme") : themes.setItem("theme", value); } catch (e) { return null; }
  }
  if (stored()) { root.dataset.theme = stored(); }
  document.getElementById("theme").addEventListener("click", function () {
    var dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    stored(root.dataset.theme);
  });

  if (window.katex) {
    document.querySelectorAll(".math").forEach(function (formula) {
      var tex = formula.textContent;
      katex.render(tex, formula, { displayMode: formula.classList.contains("display"), throwOnError: false });
      formula.classList.add("set");
    });
  }

  if (window.Plotly) {
    document.querySelectorAll(".chart").forEach(function (chart) {
      var figure = JSON.parse(chart.querySelector("script").textContent);
      if (figure.layout.width > chart.clientWidth) { delete figure.layout.width; }
      chart.textContent = "";
      Plotly.newPlot(chart, figure.data, figure.layout, { responsive: true, displaylogo: false, displayModeBar: "hover" });
    });
  }

  var links = Array.from(document.querySelectorAll("nav a"));
  var headings = links.map(function (link) { return document.getElementById(decodeURIComponent(link.hash.slice(1))); });
  function mark() {
    var here = 0;
    headings.forEach(function (heading, i) {
      if (heading && heading.getBoundingClientRect().top < 120) { here = i; }
    });
    links.forEach(function (link, i) { link.classList.toggle("here", i === here); });
  }
  addEventListener("scroll", mark, { passive: true });
  mark();
})();
