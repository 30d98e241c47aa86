
"use strict";
(() => {
  const form = document.getElementById("_finder");
  const typed = document.getElementById("_words");
  const audience = document.getElementById("_audience");
  const workshop = document.getElementById("_workshop");
  const status = document.getElementById("_found");
  const { documents, words } = JSON.parse(document.getElementById("_documents").textContent);

  // As the words of the documents were made: no accents, small letters, ß as ss.
  const folded = (text) =>
    text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/ß/g, "ss");
  const parted = (text) => folded(text).match(/[\p{L}\p{N}]+/gu) || [];
  const spaced = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]+$/u;

  const headings = (line) => {
    const found = [];
    for (let around = line.closest("section"); around; around = around.parentElement.closest("section")) {
      found.push(around.firstElementChild.textContent);
    }
    return found.join(" ");
  };
  const texts = [...documents.keys()].map(() => []);
  for (const [some, ...places] of words) {
    for (const place of places) texts[place].push(some);
  }
  // The documents come first, in the order of the list; what follows was not made.
  const lines = [...document.querySelectorAll("main li")].map((element, number) => {
    const [forWhom, about] = documents[number] || ["", ""];
    const all = [element.textContent, headings(element), ...(texts[number] || [])].join(" ");
    return { element, forWhom, about, made: number < documents.length, text: " " + parted(all).join(" ") };
  });

  const chosen = (choice, value) => !choice || !choice.value || choice.value === value;
  const has = (text, term) => text.includes(spaced.test(term) ? " " + term : term);

  const show = () => {
    const terms = parted(typed.value);
    let found = 0;
    let missing = 0;
    for (const line of lines) {
      const shown =
        chosen(audience, line.forWhom) &&
        chosen(workshop, line.about) &&
        terms.every((term) => has(line.text, term));
      line.element.hidden = !shown;
      if (shown && line.made) found += 1;
      else if (shown) missing += 1;
    }
    for (const section of document.querySelectorAll("main section")) {
      section.hidden = !section.querySelector("li:not([hidden])");
    }
    for (const link of document.querySelectorAll("nav a")) {
      const target = document.getElementById(link.hash.slice(1));
      link.parentElement.hidden = Boolean(target && target.closest("section[hidden]"));
    }
    tell(found, missing);
  };

  const tell = (found, missing) => {
    const everything = found === documents.length;
    // Nothing needs saying before anybody has asked.
    if (everything && !status.textContent) return;
    const { all, found: some, missing: none } = form.dataset;
    const parts = [everything ? all : some.replace("{found}", found)];
    if (missing && !everything) parts.push(none.replace("{missing}", missing));
    status.textContent = parts.join("; ");
  };

  const clear = () => {
    for (const field of [typed, audience, workshop]) if (field) field.value = "";
    show();
    typed.focus();
  };

  form.addEventListener("input", show);
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    clear();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = lines.find((line) => line.made && !line.element.hidden);
    if (first) first.element.querySelector("a").focus();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
  });
  // Whoever comes back from a document finds what they had found.
  window.addEventListener("pageshow", show);
  form.hidden = false;
  show();
})();
