// What a reader does with the pages: points, clicks, filters, searches, goes through them by keyboard, prints.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { faults, inSight, open, start } from "./browser.mjs";

const PAGES = ["full", "truncated", "report", "uk", "saved", "nothing", "diff", "languages", "verify", "hostile"];
let browser;
before(async () => { browser = await start(); });
after(() => browser.close());

/// Opens a page, does something with it, and holds that it logged nothing and asked for nothing.
async function at(name, options, act) {
  const { page, said, asked, close } = await open(browser, name, options);
  try {
    await act(page);
    assert.deepEqual(said, [], "the page logs nothing");
    assert.deepEqual(asked, [], "the page asks for nothing");
  } finally {
    await close();
  }
}

for (const colorScheme of ["light", "dark"]) {
  for (const name of ["full", "report", "uk", "nothing", "diff", "verify"]) {
    test(`${name} in ${colorScheme} is accessible`, () => at(name, { colorScheme }, async (page) => {
      assert.deepEqual(await faults(page), []);
      // What is lit is as easy to read as what is not.
      const mark = page.locator("a.m").first();
      if (["report", "diff"].includes(name)) {
        await mark.click();
        assert.deepEqual(await faults(page), []);
      }
    }));
  }
}

for (const name of PAGES) {
  test(`${name} fits a telephone and a sheet of paper`, async () => {
    const wide = () => document.documentElement.scrollWidth - innerWidth;
    await at(name, { width: 360, height: 740 }, async (page) => assert.ok((await page.evaluate(wide)) <= 0));
    await at(name, { width: 680 }, async (page) => {
      await page.emulateMedia({ media: "print" });
      assert.ok((await page.evaluate(wide)) <= 0);
      assert.equal(await page.locator("#filters").isVisible(), false);
      assert.ok((await page.pdf({ preferCSSPageSize: true })).length > 5000);
    });
  });
}

test("pointing at words lights up their fact, and pointing at a fact its words", () => at("full", {}, async (page) => {
  const mark = page.locator("a.m", { hasText: "led by the United States" }).or(page.locator("a.m")).first();
  const id = (await mark.getAttribute("data-f")).split(" ")[0];
  await mark.hover();
  assert.match(await page.locator(`#f${id}`).getAttribute("class"), /\blit\b/);
  await page.locator("h1").hover();
  assert.doesNotMatch(await page.locator(`#f${id}`).getAttribute("class"), /\blit\b/);
  await page.locator("#f30").hover();
  assert.match(await page.locator("a.m[data-f~='30']").first().getAttribute("class"), /\blit\b/);
}));

test("words that say several facts light up all of them", () => at("full", {}, async (page) => {
  const several = page.locator("a.m.more").first();
  const all = (await several.getAttribute("data-f")).split(" ");
  assert.ok(all.length > 1);
  await several.hover();
  for (const id of all) assert.match(await page.locator(`#f${id}`).getAttribute("class"), /\blit\b/);
}));

test("a click on words shows their fact, and gives it an address", () => at("full", {}, async (page) => {
  const mark = page.locator("a.m[data-f='60'], a.m[data-f^='60 ']").first();
  await mark.click();
  assert.equal(new URL(page.url()).hash, "#f60");
  assert.ok(await inSight(page.locator("#f60")));
  assert.match(await page.locator("#f60").getAttribute("class"), /\bsel\b/);
  assert.ok(await inSight(mark));
}));

test("a click on a fact shows its words, and gives it an address", () => at("full", {}, async (page) => {
  await page.locator("#f70 .quote a").first().click();
  assert.equal(new URL(page.url()).hash, "#f70");
  assert.ok(await inSight(page.locator("a.m[data-f~='70']").first()));
  await page.locator("#f5 p").first().click({ position: { x: 2, y: 2 } });
  assert.equal(new URL(page.url()).hash, "#f5");
  await page.goBack();
  assert.match(await page.locator("#f70").getAttribute("class"), /\bsel\b/);
}));

test("a fact can be linked to", async () => {
  await at("uk", { hash: "#f40" }, async (page) => {
    await page.waitForFunction(() => document.querySelector("#f40.sel"));
    assert.ok(await inSight(page.locator("#f40")));
    assert.ok(await inSight(page.locator("a.m[data-f~='40']").first()));
  });
  await at("verify", { hash: "#c12" }, async (page) => {
    await page.waitForFunction(() => document.querySelector("#c12.sel"));
    assert.ok(await inSight(page.locator("#c12")));
  });
});

test("boxes and search choose facts, and their words with them", () => at("full", {}, async (page) => {
  const shown = () => page.locator(".fact:visible").count();
  const all = await shown();
  assert.equal(await page.locator("#shown").textContent(), String(all));
  await page.getByRole("checkbox", { name: /^Monitoring/ }).uncheck();
  assert.equal(await page.locator(".fact.k-monitoring:visible").count(), 0);
  assert.equal(await page.locator("#g-monitoring").isVisible(), false);
  assert.ok(await page.locator("a.m.k-monitoring.off").count() > 3);
  assert.equal(await page.locator("#shown").textContent(), String(await shown()));
  await page.getByRole("checkbox", { name: /^no verb/ }).uncheck();
  assert.equal(await page.locator(".fact.m-none:visible").count(), 0);
  await page.getByRole("button", { name: "Show all" }).click();
  assert.equal(await shown(), all);
  await page.getByRole("searchbox", { name: "Search" }).fill("training COOPERATION");
  const found = await page.locator(".fact:visible").allTextContents();
  assert.ok(found.length > 0 && found.length < 5 && found.some((text) => text.includes("training")), found.join("|"));
  await page.getByRole("searchbox", { name: "Search" }).fill("no such words");
  assert.equal(await shown(), 0);
  assert.equal(await page.locator("#shown").textContent(), "0");
  // A link to what is filtered away shows it.
  await page.evaluate(() => { location.hash = "#f9"; });
  await page.waitForFunction(() => document.querySelector("#f9.sel:not(.off)"));
}));

test("search knows Cyrillic letters, small and large", () => at("uk", {}, async (page) => {
  await page.getByRole("searchbox", { name: "Search" }).fill("КОАЛІЦІ");
  assert.ok(await page.locator(".fact:visible").count() > 1);
}));

test("all can be reached by keyboard", () => at("full", {}, async (page) => {
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the text");
  await page.keyboard.press("Tab");
  assert.ok(await inSight(page.locator(":focus")));
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "facts");
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement.closest(".fact").id);
  await page.keyboard.press("ArrowDown");
  assert.notEqual(await page.evaluate(() => document.activeElement.closest(".fact").id), first);
  const id = await page.evaluate(() => document.activeElement.closest(".fact").dataset.f);
  assert.match(await page.locator(`a.m[data-f~='${id}']`).first().getAttribute("class"), /\blit\b/);
  await page.keyboard.press("Enter");
  assert.equal(new URL(page.url()).hash, `#f${id}`);
  // There and back: the focus goes with the link.
  assert.ok((await page.evaluate(() => document.activeElement.dataset.f)).split(" ").includes(id));
  const led = await page.evaluate(() => document.activeElement.hash);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => "#" + document.activeElement.closest(".fact").id), led);
  await page.locator("a.m").first().focus();
  await page.keyboard.press("ArrowRight");
  assert.match(await page.evaluate(() => document.activeElement.className), /\bm\b/);
  await page.getByRole("checkbox", { name: /^Monitoring/ }).focus();
  await page.keyboard.press("Space");
  assert.equal(await page.locator(".fact.k-monitoring:visible").count(), 0);
}));

test("it has landmarks and one heading above all", () => at("full", {}, async (page) => {
  for (const role of ["banner", "main", "contentinfo"]) assert.equal(await page.getByRole(role).count(), 1, role);
  assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
  for (const name of ["The text", "The facts", "What is not said", "Diagnostics"]) {
    assert.equal(await page.getByRole("region", { name, exact: true }).count(), 1, name);
  }
}));

test("without a script all is there, and links and boxes do their work", async () => {
  await at("full", { javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator("#search").isVisible(), false);
    const all = await page.locator(".fact:visible").count();
    assert.ok(all > 60);
    // Where scripts are off the driver's own click waits for them; the mouse does not.
    const click = async (locator, hash) => {
      await locator.scrollIntoViewIfNeeded();
      const box = await locator.boundingBox();
      await page.mouse.click(box.x + 8, box.y + 8);
      for (let waited = 0; !page.url().endsWith(hash) && waited < 3000; waited += 50) await page.waitForTimeout(50);
      assert.ok(page.url().endsWith(hash), `${page.url()} is not that of ${hash}`);
    };
    await click(page.locator("#f30 .quote a").first(), "#t30");
    assert.ok(await inSight(page.locator("#t30")));
    await click(page.locator("a.m[data-f='30'], a.m[data-f^='30 ']").first(), "#f30");
    assert.ok(await inSight(page.locator("#f30")));
    await page.getByRole("checkbox", { name: /^Monitoring/ }).uncheck();
    assert.equal(await page.locator(".fact.k-monitoring:visible").count(), 0);
  });
  await at("diff", { javaScriptEnabled: false }, async (page) => {
    await page.getByRole("checkbox", { name: /^removed/ }).uncheck();
    assert.equal(await page.locator(".fact.c-removed:visible").count(), 0);
    assert.ok(await page.locator(".fact:visible").count() > 0);
  });
});

test("a difference shows both quotes, and leads into both texts", () => at("diff", {}, async (page) => {
  const change = page.locator(".fact", { hasText: "weakened" }).first();
  assert.equal(await change.locator("mark").count(), 2);
  const id = await change.getAttribute("data-f");
  await change.locator("a.place").nth(1).click();
  assert.equal(new URL(page.url()).hash, `#c${id}`);
  assert.ok(await inSight(page.locator(`#n${id}`)));
  await page.locator(`#n${id}`).click();
  assert.ok(await inSight(page.locator(`#c${id}`)));
}));

test("verdicts can be chosen among", () => at("verify", {}, async (page) => {
  await page.getByRole("checkbox", { name: /^supported/ }).uncheck();
  assert.equal(await page.locator(".fact.v-supported:visible").count(), 0);
  assert.ok(await page.locator(".fact.v-not_said:visible").count() > 0);
  await page.getByRole("checkbox", { name: /^no error/ }).uncheck();
  assert.equal(await page.locator(".fact:visible").count(), await page.locator(".fact.against").count());
}));

test("nothing of a text becomes markup, and no script gets in", async () => {
  await at("hostile", {}, async (page) => {
    assert.equal(await page.evaluate(() => window.taken), undefined);
    assert.match(await page.locator(".words").textContent(), /<script>window\.taken = 1<\/script>/);
    assert.equal(await page.locator("img").count(), 0);
    assert.equal(await page.locator("[onmouseover]").count(), 0);
  });
  const { page, said, close } = await open(browser, "full");
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.taken = 1";
    document.body.append(script);
  });
  assert.equal(await page.evaluate(() => window.taken), undefined);
  assert.match(said.join(), /Content Security Policy/);
  await close();
});

test("five megabytes open", () => at("long", {}, async (page) => {
  const [bytes, took] = await page.evaluate(() => [
    document.querySelector(".words").textContent.length,
    performance.getEntriesByType("navigation")[0].loadEventEnd,
  ]);
  assert.ok(bytes > 4_900_000, `${bytes} letters`);
  assert.ok(took < 30_000, `${took} ms`);
  console.log(`    ${bytes} letters were there after ${Math.round(took)} ms`);
  await page.locator("#f60 .quote a").first().click();
  assert.ok(await inSight(page.locator("a.m[data-f~='60']").first()));
}));
