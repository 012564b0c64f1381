(function () {
  "use strict";

  var root = document.documentElement;
  document.getElementById("theme").addEventListener("click", function () {
    var dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    // A page opened as a file may not store anything.
    try { localStorage.setItem("theme", root.dataset.theme); } catch (e) { }
  });

  var contents = document.querySelector("#side details");
  if (matchMedia("(max-width: 60rem)").matches) { contents.open = false; }
  contents.addEventListener("click", function (event) {
    if (event.target.closest("a") && matchMedia("(max-width: 60rem)").matches) { contents.open = false; }
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
      var figure = JSON.parse(chart.querySelector("script").textContent), layout = figure.layout || {}, live = chart.querySelector(".live");
      chart.classList.add("drawn");
      if (layout.width > chart.clientWidth) { delete layout.width; }
      layout.font = Object.assign({}, layout.font, { color: getComputedStyle(chart).color });
      var config = { responsive: true, displaylogo: false, displayModeBar: "hover" };
      // What cannot be drawn stays the picture that it was.
      Promise.resolve().then(function () {
        return Plotly.newPlot(live, { data: figure.data, layout: layout, frames: figure.frames || [], config: config });
      }).catch(function () { chart.classList.remove("drawn"); });
    });
    // A chart's text has the colour of the page's, whichever theme that is.
    var recolour = function () {
      document.querySelectorAll(".chart.drawn > .live").forEach(function (live) { Plotly.relayout(live, { "font.color": getComputedStyle(live).color }); });
    };
    new MutationObserver(recolour).observe(root, { attributes: true });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
  }

  var links = Array.from(document.querySelectorAll("#side details a"));
  var headings = links.map(function (link) { return document.getElementById(decodeURIComponent(link.hash.slice(1))); });
  function mark() {
    var here = 0;
    headings.forEach(function (heading, i) {
      if (heading && heading.getBoundingClientRect().top < 120) { here = i; }
    });
    if (scrollY > 0 && innerHeight + scrollY >= root.scrollHeight - 2) { here = links.length - 1; }
    links.forEach(function (link, i) {
      link.classList.toggle("here", i === here);
      if (i === here) { link.setAttribute("aria-current", "true"); } else { link.removeAttribute("aria-current"); }
    });
    // The side scrolls by itself, never the page.
    var side = document.getElementById("side"), link = links[here];
    if (link && side.scrollHeight > side.clientHeight) {
      var top = link.offsetTop - side.offsetTop;
      if (top < side.scrollTop + 40 || top > side.scrollTop + side.clientHeight - 60) { side.scrollTop = top - side.clientHeight / 2; }
    }
  }
  addEventListener("scroll", mark, { passive: true });
  mark();
})();
