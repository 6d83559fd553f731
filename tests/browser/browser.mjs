// A browser for the tests: pages from disk, nothing else; what a page logs or asks for is kept.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const args = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--force-device-scale-factor=1",
];

export const start = () => chromium.launch({ executablePath: process.env.CHROMIUM, args });

/// Opens a page by its name; `said` is what it logged, `asked` what it asked for besides itself.
export async function open(browser, name, { hash = "", width = 1280, height = 900, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const said = [], asked = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => request.isNavigationRequest() || request.url() === "data:," || asked.push(request.url()));
  const url = pathToFileURL(join(process.env.PAGES, `${name}.html`)).href;
  await page.goto(url + hash);
  return { page, said, asked, close: () => context.close() };
}

/// What axe finds against the page, a line a finding.
export async function faults(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.flatMap((fault) => fault.nodes.map((node) => `${fault.id}: ${node.html.slice(0, 160)} ${node.any.map((one) => one.message).join("; ").slice(0, 200)}`));
}

/// Is it drawn within what is seen of the page, and of any panel that it scrolls in?
export const inSight = (locator) => locator.evaluate((element) => {
  const own = element.getClientRects()[0];
  let [top, bottom] = [0, innerHeight];
  for (let held = element.parentElement; held; held = held.parentElement) {
    if (getComputedStyle(held).overflowY === "auto") {
      const panel = held.getBoundingClientRect();
      [top, bottom] = [Math.max(top, panel.top), Math.min(bottom, panel.bottom)];
    }
  }
  return own.top >= top - 1 && own.bottom <= bottom + 1;
});
