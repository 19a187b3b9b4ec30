// The preview's part of an open page. It holds a stream of events from the generator and, when the page has been
// made anew, changes the open document in place: what the reader was doing (scrolling, selecting, typing, having
// opened) goes on. It also shows what the generator has to say to the author. Never part of a published book.
(function () {
  "use strict";

  const me = document.currentScript;
  const page = me.dataset.page; // the output path of this page
  let version = me.dataset.version; // "<page>.<its sheets>.<its scripts>", hashes of what is shown
  const stand = () => version.split(".")[0];
  // A page that says only that there is none has nothing worth keeping.
  const substitute = ["missing", "unmade"].includes(stand());

  // ---- The document ----------------------------------------------------------------------------------------
  // Scripts of the book have changed the document since it was parsed: they opened, added, marked. So the new
  // page is not compared with the document but with the source it was parsed from, and only what differs
  // between the two sources is done: to the document, and to the old source, which is the new one then.

  let source = null; // null when it is not known
  const twins = new WeakMap(); // node of the source → the node of the document that it became

  async function ask() {
    const answer = await fetch(location.pathname + location.search, { cache: "no-store" });
    if (!answer.ok) return { missing: answer.status === 404 };
    const doc = new DOMParser().parseFromString(await answer.text(), "text/html");
    const script = doc.querySelector("script[data-version][src='/-/live.js']");
    return { doc, version: script ? script.dataset.version : "." };
  }

  // Ways to recognise a node among its siblings, from the surest to the last resort; null recognises nothing.
  // Numbers shift when something is put in (paragraphs, marks of citations), and words stay. Blank text comes
  // last: it is everywhere alike and would tie the wrong neighbours together.
  const words = (n) => n.textContent.trim();
  const letters = (n) => words(n).replace(/\d+/g, "").trim();
  const ways = [
    (n) => (n.nodeType === 1 ? n.outerHTML : words(n) && n.nodeName + n.data) || null,
    (n) => words(n) && n.nodeName + words(n) || null,
    (n) => letters(n) && n.nodeName + letters(n) || null,
    (n) => n.id && n.nodeName + n.id || null,
    (n) => letters(n) && n.nodeName + letters(n).slice(0, 24) || null,
    (n) => n.nodeName,
  ];

  // match pairs nodes of two lists without changing their order, way by way in the gaps that the last way left.
  function match(from, to, way = 0, pairs = new Map()) {
    if (!from.length || !to.length || way === ways.length) return pairs;
    let i = 0, j = 0;
    for (const [x, y] of [...common(from.map(ways[way]), to.map(ways[way])), [from.length, to.length]]) {
      match(from.slice(i, x), to.slice(j, y), way + 1, pairs);
      if (x < from.length) pairs.set(to[y], from[x]);
      i = x + 1;
      j = y + 1;
    }
    return pairs;
  }

  // common lists the index pairs of a longest common subsequence.
  function common(a, b) {
    const same = (i, j) => a[i] !== null && a[i] === b[j];
    const head = [], tail = [];
    let i = 0, j = 0, m = a.length, n = b.length;
    while (i < m && j < n && same(i, j)) head.push([i++, j++]);
    while (m > i && n > j && same(m - 1, n - 1)) tail.unshift([--m, --n]);
    if ((m - i) * (n - j) > 4e6) return head.concat(tail); // too much to compare: made anew instead
    const width = n - j + 1, i0 = i, j0 = j;
    const longest = new Uint16Array((m - i + 1) * width); // of what begins at i, j
    const at = (i, j) => (i - i0) * width + j - j0;
    for (i = m - 1; i >= i0; i--) {
      for (j = n - 1; j >= j0; j--) {
        longest[at(i, j)] = same(i, j) ? longest[at(i + 1, j + 1)] + 1 : Math.max(longest[at(i + 1, j)], longest[at(i, j + 1)]);
      }
    }
    for (i = i0, j = j0; i < m && j < n; ) {
      if (same(i, j)) head.push([i++, j++]);
      else if (longest[at(i + 1, j)] >= longest[at(i, j + 1)]) i++;
      else j++;
    }
    return head.concat(tail);
  }

  // tie finds the twin of every node of a source; scripts may have added to the document, and taken away.
  function tie(old, node) {
    twins.set(old, node);
    const olds = [...old.childNodes], nodes = [...node.childNodes];
    if (old.isEqualNode(node)) olds.forEach((o, i) => tie(o, nodes[i]));
    else for (const [o, n] of match(nodes, olds)) tie(o, n);
  }

  // patch makes a node of the source like the new one, and does the same to its twin.
  function patch(old, now) {
    if (old.isEqualNode(now)) return;
    const node = twins.get(old);
    if (now.nodeType === 1) {
      patchAttributes(node, old, now);
      patchChildren(node, old, now);
    } else {
      if (node) rewrite(node, now.data);
      old.data = now.data;
    }
  }

  // rewrite replaces only the middle that differs, so that a selection or caret around it stays.
  function rewrite(node, is) {
    const was = node.data;
    let start = 0, end = 0;
    while (start < was.length && was[start] === is[start]) start++;
    while (end < Math.min(was.length, is.length) - start && was.at(-1 - end) === is.at(-1 - end)) end++;
    node.replaceData(start, was.length - start - end, is.slice(start, is.length - end));
  }

  function patchAttributes(node, old, now) {
    for (const name of new Set([...old.getAttributeNames(), ...now.getAttributeNames()])) {
      const was = old.getAttribute(name), is = now.getAttribute(name);
      if (was === is) continue;
      if (node && name === "class" && node.getAttribute(name) !== was) {
        // Scripts of the book have their own classes there.
        node.classList.remove(...old.classList);
        node.classList.add(...now.classList);
      } else if (node) set(node, name, is);
      set(old, name, is);
    }
  }

  function set(node, name, value) {
    if (value === null) node.removeAttribute(name);
    else node.setAttribute(name, value);
  }

  function patchChildren(node, old, now) {
    const olds = [...old.childNodes], nows = [...now.childNodes];
    const kept = match(olds, nows); // of the new → of the old
    const stay = new Set(kept.values());
    for (const o of olds) {
      if (stay.has(o)) continue;
      if (twins.has(o)) twins.get(o).remove();
      o.remove();
    }
    let before = null, last = null; // where to put the next, in the source and in the document
    for (const n of nows) {
      let o = kept.get(n);
      if (o) patch(o, n);
      else {
        o = n.cloneNode(true);
        old.insertBefore(o, before ? before.nextSibling : old.firstChild);
        if (node) {
          const fresh = document.importNode(n, true); // its scripts do not run
          node.insertBefore(fresh, last ? last.nextSibling : node.firstChild);
          tie(o, fresh);
        }
      }
      before = o;
      if (node && twins.has(o) && twins.get(o).parentNode === node) last = twins.get(o);
    }
  }

  // hold notes what is at the top of the window and returns a function that brings it there again.
  function hold() {
    const before = scrollY;
    const seen = [];
    if (before > 0) {
      for (const e of document.body.querySelectorAll("h1,h2,h3,h4,h5,h6,p,li,tr,dt,dd,pre,summary,figure")) {
        const box = e.getBoundingClientRect();
        if (box.top > innerHeight) break;
        if (box.bottom > 0 && box.height > 0) seen.push([e, box.top]);
      }
    }
    const root = document.documentElement;
    root.style.overflowAnchor = "none"; // the browser's own way would do it twice
    return function () {
      const there = seen.find(([e]) => e.isConnected);
      const to = there ? scrollY + there[0].getBoundingClientRect().top - there[1] : before;
      scrollTo({ top: to, behavior: "instant" });
      requestAnimationFrame(() => {
        root.style.overflowAnchor = "";
        if (!root.getAttribute("style")) root.removeAttribute("style");
      });
    };
  }

  function change(next) {
    const scripts = (doc) => [...doc.querySelectorAll("script[src]")].map((s) => s.getAttribute("src"));
    const known = source && scripts(source);
    // Without the old source, or with a script that never ran here, only a new start is right.
    if (!known || scripts(next).some((src) => !known.includes(src))) return location.reload();
    const restore = hold();
    const targeted = document.querySelector(":target");
    patch(source.documentElement, next.documentElement);
    if (targeted && !document.querySelector(":target")) location.replace(location.hash);
    restore();
  }

  let busy = false, again = false;

  // update brings the document up to date; one at a time.
  async function update() {
    again = true;
    if (busy) return;
    busy = true;
    try {
      while (again) {
        again = false;
        const next = await ask();
        if (next.missing) note("This page is no longer in the book. Below is how it last was.");
        if (!next.doc) continue;
        note("");
        version = next.version;
        change(next.doc);
      }
    } catch {
      again = false; // the server is gone; the next stream begins with a comparison
    } finally {
      busy = false;
    }
  }

  // restyle exchanges a sheet: the new one is loaded beside the old, which goes when that is done.
  function restyle(path, stamp) {
    for (const old of document.querySelectorAll("link[rel~=stylesheet]")) {
      const url = new URL(old.href, location.href);
      if (url.origin !== location.origin || decodeURIComponent(url.pathname) !== "/" + path || old.leaving) continue;
      old.leaving = true;
      const fresh = old.cloneNode();
      url.search = "?v=" + stamp;
      fresh.href = url.pathname + url.search;
      fresh.onload = () => old.remove();
      fresh.onerror = () => { fresh.remove(); old.leaving = false; };
      old.after(fresh);
    }
  }

  // ---- What the author should know -------------------------------------------------------------------------

  const host = document.createElement("briefbook-preview");
  const root = host.attachShadow({ mode: "open" });

  function make(name, text, attributes) {
    const e = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) e.setAttribute(key, value);
    if (text) e.textContent = text;
    return e;
  }

  const sheet = make("link", "", { rel: "stylesheet", href: "/-/live.css" });
  const status = make("p", "", { role: "status", class: "heard" });
  const notice = make("p", "", { role: "status", class: "note", hidden: "" });
  const counter = make("button", "", { type: "button", class: "counter", "aria-expanded": "false", hidden: "" });
  const panel = make("section", "", { role: "alertdialog", "aria-labelledby": "title", class: "panel", tabindex: "-1", hidden: "" });
  const title = make("h2", "", { id: "title" });
  const held = make("p", "The page is shown as it was before.", { class: "held" });
  const closer = make("button", "Close (Esc)", { type: "button" });
  const list = make("ol");
  const top = make("header");
  top.append(title, held, closer);
  panel.append(top, list);
  root.append(sheet, status, notice, counter, panel);
  host.hidden = true;
  sheet.onload = () => { host.hidden = false; };
  document.documentElement.append(host);

  function note(text) {
    notice.textContent = text;
    notice.hidden = !text;
  }

  const count = (n, word) => (n ? [n + " " + word + (n > 1 ? "s" : "")] : []);
  const name = (d) => [d.file, d.code, d.text].join("\n");

  // What was closed stays closed on the next page too, as long as it is the same.
  const closed = {
    get: () => JSON.parse(sessionStorage.getItem("briefbook-closed") || "[]"),
    set: (names) => sessionStorage.setItem("briefbook-closed", JSON.stringify(names)),
  };
  let errors = [];
  let asked = false; // the author opened the list, so it stays

  function show(open) {
    panel.hidden = !open;
    counter.setAttribute("aria-expanded", String(open));
  }

  function close() {
    const inside = root.activeElement !== null;
    asked = false;
    closed.set(errors);
    show(false);
    if (inside) counter.focus();
  }

  function item(d) {
    const li = make("li", "", { class: d.level });
    const place = d.file ? d.file + (d.line ? ":" + d.line + ":" + d.column : "") : "";
    if (place) li.append(make("p", place, { class: "place" }));
    const text = make("p", d.level + ": " + d.text + " ");
    text.append(make("code", d.code));
    li.append(text);
    if (d.excerpt) {
      const letters = Array.from(d.excerpt), at = d.column - 1;
      const line = make("pre");
      line.append(letters.slice(0, at).join(""), make("mark", letters.slice(at, at + d.width).join("") || " "),
        letters.slice(at + d.width).join(""));
      li.append(line);
    }
    if (d.hint) li.append(make("p", "Hint: " + d.hint, { class: "hint" }));
    return li;
  }

  function report(r) {
    const sum = [...count(r.errors, "error"), ...count(r.warnings, "warning")].join(", ");
    errors = r.list.filter((d) => d.level === "error").map(name);
    const before = closed.get().filter((n) => errors.includes(n));
    closed.set(before);
    const news = errors.some((n) => !before.includes(n));
    title.textContent = sum;
    counter.textContent = sum;
    counter.className = r.errors ? "counter error" : "counter";
    counter.hidden = !sum;
    held.hidden = !r.held;
    list.replaceChildren(...r.list.map(item));
    if (!sum) asked = false;
    show(news || asked);
    // Told to those who listen; the focus stays where the author is working.
    status.textContent = news ? sum + ". " + r.list[0].text : "";
  }

  counter.onclick = () => {
    if (!panel.hidden) return close();
    asked = true;
    show(true);
    panel.focus();
  };
  closer.onclick = close;
  addEventListener("keydown", (e) => {
    if (e.key === "Escape" && !panel.hidden) close();
  });

  // ---- The stream ------------------------------------------------------------------------------------------
  // A page out of sight gives its stream up, because browsers allow only six connections to a host; seen again,
  // it says which version it shows and is told what it missed.

  let stream = null, timer = 0, failures = 0;

  const events = {
    diagnostics: report,
    reload: () => location.reload(),
    style(e) {
      const now = e.version.split(".");
      version = [stand(), ...now.slice(1)].join(".");
      restyle(e.path, now[1]);
    },
    page(e) {
      if (e.version === "missing") note("This page is no longer in the book. Below is how it last was.");
      else if (substitute) location.reload();
      else if (e.version.split(".")[0] !== stand()) update();
      else note("");
    },
  };

  function connect() {
    clearTimeout(timer);
    if (stream || document.hidden) return;
    stream = new EventSource("/-/events?" + new URLSearchParams({ page, version }));
    for (const [name, act] of Object.entries(events)) {
      stream.addEventListener(name, (e) => act(JSON.parse(e.data)));
    }
    stream.onopen = () => {
      if (failures > 1) note("");
      failures = 0;
    };
    stream.onerror = () => {
      disconnect();
      if (++failures === 2) note("The preview is not running. The page is as it last was.");
      timer = setTimeout(connect, Math.min(250 * 2 ** failures, 4000));
    };
  }

  function disconnect() {
    clearTimeout(timer);
    if (stream) stream.close();
    stream = null;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);

  const ready = () => { host.dataset.ready = ""; };
  if (substitute) ready();
  else ask().then((now) => {
    if (now.version.split(".")[0] !== stand()) return; // it was made anew in between, and an event will say so
    source = now.doc;
    tie(source.documentElement, document.documentElement);
    ready();
  }).catch(() => {});
  connect();
})();
