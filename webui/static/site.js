/* Everything here only adds: each page is whole without it. Words come from the page, so that they can be translated. */
"use strict";
(() => {
  const words = document.currentScript.dataset;
  const all = (css, from = document) => [...from.querySelectorAll(css)];
  const one = (css, from = document) => from.querySelector(css);

  const store = {
    read(key, otherwise) {
      try { return JSON.parse(localStorage.getItem(key)) ?? otherwise; } catch { return otherwise; }
    },
    write(key, value) {
      try { localStorage.setItem(key, JSON.stringify(value)); return true; } catch { return false; }
    },
  };

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  const live = document.createElement("div");
  live.className = "vh";
  live.setAttribute("role", "status");
  document.body.append(live);
  const say = (text) => { live.textContent = text; };

  /* copy buttons: written here, so that they never stand where they cannot work */
  const copyButton = (label, text) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = label;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text());
      button.textContent = words.copied;
      say(words.copied);
      setTimeout(() => { button.textContent = label; }, 2000);
    });
    return button;
  };
  if (navigator.clipboard) {
    for (const part of all("[data-copy]")) {
      const text = () => part.dataset.text ?? part.textContent.trim();
      const button = copyButton(part.dataset.copy, text);
      const details = part.closest("details.own");
      if (details) details.before(button); else part.after(button);
    }
  }

  /* hits of an article: one after the other */
  const hits = all("mark[id^='h-']");
  const numbers = all(".hits ol a");
  let at = -1;
  const goTo = (index) => {
    if (!hits.length) return;
    hits[at]?.classList.remove("now");
    numbers[at]?.removeAttribute("aria-current");
    at = (index + hits.length) % hits.length;
    hits[at].classList.add("now");
    numbers[at]?.setAttribute("aria-current", "true");
    hits[at].scrollIntoView({ block: "center" });
    say(fill(words.hit, { n: at + 1, total: hits.length }));
  };
  numbers.forEach((link, index) => link.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(index);
  }));
  const seen = () => {
    const top = innerHeight * 0.4;
    return hits.findIndex((hit) => hit.getBoundingClientRect().top > top);
  };
  const next = () => goTo(at < 0 ? Math.max(0, seen()) : at + 1);
  const previous = () => goTo(at < 0 ? (seen() < 0 ? hits.length : seen()) - 1 : at - 1);

  /* keys: one letter each, and they can be switched off on the help page */
  const keysAreOn = () => store.read("keys", true);
  const actions = {
    "/": () => one("main [name=q], .mini [name=q], [name=q]")?.focus(),
    "?": () => { location.href = words.help; },
    n: next,
    p: previous,
  };
  document.addEventListener("keydown", (event) => {
    const inField = event.target.closest?.("input:not([type=checkbox]), textarea, select");
    if (event.key === "Escape" && inField) { inField.blur(); return; }
    if (inField || event.ctrlKey || event.metaKey || event.altKey || !keysAreOn()) return;
    const act = actions[event.key];
    if (!act || (act.length === 0 && "np".includes(event.key) && !hits.length)) return;
    event.preventDefault();
    act();
  });
  for (const shown of all("[data-scripted]")) shown.hidden = false;
  const keysBox = one("#keys-on");
  if (keysBox) {
    keysBox.checked = keysAreOn();
    keysBox.addEventListener("change", () => store.write("keys", keysBox.checked));
  }

  /* bars of a chart: one stop for Tab, arrows from bar to bar */
  for (const chart of all(".chart svg")) {
    const bars = all("a", chart).filter((link) => one(".hit", link));
    bars.forEach((bar, index) => bar.setAttribute("tabindex", index ? "-1" : "0"));
    chart.addEventListener("keydown", (event) => {
      const from = bars.indexOf(event.target.closest("a"));
      const step = { ArrowRight: 1, ArrowLeft: -1, Home: -from, End: bars.length - 1 - from }[event.key];
      const to = bars[from + step];
      if (from < 0 || !to) return;
      event.preventDefault();
      bars[from].setAttribute("tabindex", "-1");
      to.setAttribute("tabindex", "0");
      to.focus();
    });
  }

  /* names while typing: the last of several */
  for (const field of all("input[list=people]")) {
    const list = one("#people");
    let waiting;
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        const [before, typed] = field.value.match(/^(.*[,;]\s*)?([^,;]*)$/).slice(1);
        if (!typed.trim()) return;
        const asked = new URL(words.suggest, location.href);
        asked.searchParams.set("q", typed.trim());
        const answer = await fetch(asked);
        if (!answer.ok) return;
        const [, names, notes] = await answer.json();
        list.replaceChildren(...names.map((name, index) => {
          const option = document.createElement("option");
          option.value = (before ?? "") + name;
          option.textContent = notes[index];
          return option;
        }));
      }, 150);
    });
  }

  /* saved searches: this browser's own list of names, addresses, and what was there when last looked at */
  const SAVED = "saved-searches";
  const searches = () => store.read(SAVED, []).filter((entry) => typeof entry?.url === "string");
  /* what entered the archive after the generation that was there when a search was last looked at */
  const countNew = async (entry) => {
    const address = new URL(entry.url, location.href);
    const asked = new URLSearchParams(address.search);
    for (const name of ["page", "per_page", "lang"]) asked.delete(name);
    asked.set("added", entry.generation);
    const shown = new URLSearchParams(asked);
    const language = new URLSearchParams(address.search).get("lang");
    if (language) shown.set("lang", language);
    asked.set("per_page", "1");
    const answer = await fetch(`${address.pathname}.json?${asked}`);
    const found = answer.ok ? await answer.json() : {};
    if (!found.total_is_exact) throw new Error(answer.statusText); /* what is not known is not told as nothing new */
    return { total: found.total, address: `${address.pathname}?${shown}` };
  };
  const search = one("[data-search]");
  if (search) {
    const { search: url, generation, total, kind } = search.dataset;
    const here = { url, generation, total: Number(total), kind, looked: new Date().toISOString() };
    const known = searches().find((entry) => entry.url === url);
    if (known) {
      if (known.generation !== generation) {
        countNew(known).then((news) => {
          if (!news.total) return;
          const link = document.createElement("a");
          link.href = news.address;
          link.textContent = fill(words.more, { n: news.total });
          one("output", search).replaceChildren(link);
        }).catch(() => {});
      }
      store.write(SAVED, searches().map((entry) => (entry.url === url ? { ...entry, ...here } : entry)));
    }
    const form = one("form", search);
    const note = one("output", search);
    one("input", form).value = known?.name ?? search.dataset.name;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const name = one("input", form).value.trim() || search.dataset.name;
      const others = searches().filter((entry) => entry.url !== url);
      note.textContent = store.write(SAVED, [{ ...here, name }, ...others]) ? words.saved : words.unsaved;
    });
  }
  const list = one("#saved");
  if (list) {
    const show = () => {
      const kept = searches();
      one("[data-none]").hidden = kept.length > 0;
      list.replaceChildren(...kept.map((entry) => {
        const row = one("#saved-row").content.cloneNode(true);
        const link = one("a", row);
        const note = one("small", row);
        const day = new Date(entry.looked).toLocaleDateString(document.documentElement.lang, { dateStyle: "medium" });
        const address = new URL(entry.url, location.href);
        if (address.origin !== location.origin) return "";
        link.href = address.href;
        link.textContent = entry.name;
        note.textContent = fill(words.looked, { day });
        const feed = one("[data-feed]", row);
        feed.href = address.pathname + ".atom" + address.search;
        one("button", row).addEventListener("click", () => {
          store.write(SAVED, searches().filter((other) => other.url !== entry.url));
          show();
        });
        countNew(entry).then((news) => {
          note.textContent = ` ${fill(words.looked, { day })}`;
          const told = document.createElement(news.total ? "a" : "span");
          told.textContent = news.total ? fill(words.more, { n: news.total }) : words.same;
          if (news.total) told.href = news.address;
          note.prepend(told);
          link.parentElement.classList.toggle("new", news.total > 0);
        }).catch(() => {});
        return row;
      }));
    };
    show();
  }
})();
