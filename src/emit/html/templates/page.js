"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const cards = [...document.querySelectorAll(".fact")];
  const marks = [...document.querySelectorAll("a.m")];
  const ids = (element) => element.dataset.f.split(" ");
  // Everything that is part of a fact, by its number.
  const parts = new Map();
  for (const element of document.querySelectorAll("[data-f]")) {
    for (const id of ids(element)) {
      if (!parts.has(id)) parts.set(id, []);
      parts.get(id).push(element);
    }
  }
  const card = (id) => (parts.get(id) || []).find((element) => element.classList.contains("fact"));
  const words = (id) => (parts.get(id) || []).filter((element) => element.classList.contains("m"));

  // What is pointed at or has the focus lights up on both sides.
  const lit = { pointer: [], focus: [] };
  const light = (by, target) => {
    const held = target instanceof Element ? target.closest("[data-f]") : null;
    const now = held ? ids(held).flatMap((id) => parts.get(id)) : [];
    for (const element of lit[by]) element.classList.remove("lit");
    lit[by] = now;
    for (const all of Object.values(lit)) for (const element of all) element.classList.add("lit");
  };
  document.addEventListener("pointerover", (event) => light("pointer", event.target));
  root.addEventListener("pointerleave", () => light("pointer", null));
  document.addEventListener("focusin", (event) => light("focus", event.target));
  document.addEventListener("focusout", () => light("focus", null));

  // The fact that the address names is picked out, and shown on both sides where both are in sight.
  const wide = matchMedia("(min-width: 60rem)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let still = true;
  const moving = () => (still || calm.matches ? "instant" : "smooth");
  const panel = document.querySelector(".split > .facts");
  const named = (hash) => /^#([a-z])(\d+)$/.exec(hash);
  const toCard = (id) => {
    const own = card(id);
    if (!own) return;
    const fold = own.closest("details");
    if (fold) fold.open = true;
    if (panel && wide.matches) {
      const top = own.getBoundingClientRect().top - panel.getBoundingClientRect().top;
      panel.scrollTo({ top: panel.scrollTop + top - panel.clientHeight / 3, behavior: moving() });
    } else {
      own.scrollIntoView({ block: "center", behavior: moving() });
    }
  };
  // The marked words that a place in the text belongs to: several places may stand before them.
  const markAt = (place) => {
    let at = place;
    while (at && !at.matches("a.m")) at = at.nextElementSibling;
    return at || place;
  };
  const toWords = (place) => place && place.scrollIntoView({ block: "center", behavior: moving() });
  const pick = (id) => {
    for (const element of document.querySelectorAll(".sel")) {
      element.classList.remove("sel");
      element.removeAttribute("aria-current");
    }
    for (const element of parts.get(id) || []) element.classList.add("sel");
    const own = card(id);
    if (own) own.setAttribute("aria-current", "true");
    // A link to a fact shows it, whatever was filtered before.
    if (own && own.classList.contains("off")) reset();
  };
  const address = (id) => {
    const own = card(id);
    if (own && location.hash !== "#" + own.id) history.pushState(null, "", "#" + own.id);
  };
  const follow = () => {
    const name = named(location.hash);
    const id = name && card(name[2]) && (name[1] === "f" || name[1] === "c") ? name[2] : null;
    pick(id);
    if (id === null) return;
    toCard(id);
    if (panel && wide.matches) toWords(words(id)[0]);
  };
  document.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link === null) {
      // A click beside the links of a card shows its words; words that are being selected are left alone.
      const own = event.target instanceof Element ? event.target.closest(".split > .facts .fact") : null;
      if (own && String(getSelection()) === "") {
        pick(own.dataset.f);
        address(own.dataset.f);
        toWords(words(own.dataset.f)[0]);
      }
      return;
    }
    const name = named(link.hash);
    if (!name || !card(name[2]) || "du".includes(name[1])) return;
    event.preventDefault();
    const id = name[2];
    pick(id);
    address(id);
    const own = card(id);
    const place = document.getElementById(name[0].slice(1));
    const there = own.contains(link) ? (place && place !== own ? markAt(place) : words(id)[0]) : own.querySelector("a");
    if (own.contains(link)) {
      toWords(there);
    } else {
      toCard(id);
      if (panel && wide.matches && !link.classList.contains("m")) toWords(words(id)[0]);
    }
    // Who came by keyboard goes on from there.
    if (there && event.detail === 0) there.focus({ preventScroll: true });
  });
  addEventListener("hashchange", follow);
  addEventListener("popstate", follow);

  // Boxes and search: a fact is shown if none of its classes is switched off and it has every word that is looked for.
  // A page without facts has neither.
  const form = document.getElementById("filters");
  const search = document.getElementById("search");
  const boxes = form ? [...form.querySelectorAll("input[type=checkbox]")] : [];
  const said = new Map(cards.map((own) => {
    const group = own.closest(".group");
    const title = group ? group.firstElementChild.textContent : "";
    return [own, (title + " " + own.textContent).toLowerCase().replace(/\s+/g, " ")];
  }));
  const apply = () => {
    const off = boxes.filter((box) => !box.checked).map((box) => box.value);
    const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const gone = new Set();
    for (const own of cards) {
      const shown = !off.some((name) => own.classList.contains(name)) && wanted.every((word) => said.get(own).includes(word));
      own.classList.toggle("off", !shown);
      if (!shown) gone.add(own.dataset.f);
    }
    for (const mark of marks) mark.classList.toggle("off", ids(mark).every((id) => gone.has(id)));
    document.getElementById("shown").textContent = cards.length - gone.size;
  };
  const reset = () => {
    for (const box of boxes) box.checked = true;
    search.value = "";
    apply();
  };
  if (form) {
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", apply);
    search.addEventListener("input", apply);
    document.getElementById("reset").addEventListener("click", reset);
    apply();
  }

  // Arrows lead from fact to fact, in the list and in the text.
  document.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
    const own = event.target.closest("a.m") ? "m" : event.target.closest(".fact a") ? "fact" : "";
    const sideways = event.key === "ArrowLeft" || event.key === "ArrowRight";
    if (own === "" || sideways !== (own === "m")) return;
    const all = own === "m" ? marks.filter((mark) => !mark.matches(".off, [tabindex]")) : cards.filter((one) => !one.classList.contains("off"));
    const at = all.indexOf(own === "m" ? event.target.closest("a.m") : event.target.closest(".fact"));
    const next = all[at + step];
    if (at < 0 || !next) return;
    event.preventDefault();
    (own === "m" ? next : next.querySelector("a")).focus();
  });

  // A browser scrolls to what the address names when all is drawn; what is shown beside it comes after that.
  addEventListener("load", () => requestAnimationFrame(() => {
    follow();
    still = false;
  }));
})();
