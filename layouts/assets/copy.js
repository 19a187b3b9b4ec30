// Paragraph numbers copy a citation and a link: a click on "¶4" puts the source, the paragraph and its address
// on the clipboard, and says so. The number stays a link; without this script, or without a clipboard, it is
// one and nothing more.
(function () {
  "use strict";
  var text = document.querySelector("[data-copy]");
  if (!text || !navigator.clipboard) return;
  var said = document.createElement("p");
  said.className = "said";
  said.setAttribute("role", "status");
  document.body.appendChild(said);
  var timer;
  text.addEventListener("click", function (event) {
    var number = event.target.closest("a.pn");
    if (!number || event.ctrlKey || event.metaKey || event.shiftKey) return;
    var mark = number.textContent.trim();
    navigator.clipboard.writeText(text.dataset.copy + ", " + mark + ". " + number.href).then(function () {
      said.textContent = "Citation of " + mark + " copied";
      clearTimeout(timer);
      timer = setTimeout(function () { said.textContent = ""; }, 3000);
    }, function () {});
  });
})();
