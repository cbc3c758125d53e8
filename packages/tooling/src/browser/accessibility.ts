import axe, { type AxeResults, type RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The rules of axe's whose answer depends on colours: all that another theme can break. */
const rulesOfColours: RunOptions = {
  runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
};

/** What axe finds wrong with the page as it is shown: each rule with the elements that break it. */
export async function accessibilityFindings(page: Page, options: RunOptions = {}): Promise<string[]> {
  // Half a megabyte, once for each document.
  if (await page.evaluate<boolean>(`typeof axe === "undefined"`)) await page.evaluate(axe.source);
  const asked: RunOptions = {
    ...options,
    // What is right is asked for by nobody, and naming every element of it takes longer than looking at it.
    resultTypes: ["violations"],
    // Style sheets are read a second time for an experimental rule only, which is off.
    preload: { assets: ["media"] },
  };
  const violations = await page.evaluate<AxeResults["violations"]>(
    `axe.run(${JSON.stringify(asked)}).then(({ violations }) => violations)`,
  );
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.map(({ target, failureSummary }) => `${target.join(" ")} (${failureSummary})`);
    return `${id}, ${help}: ${where.join("; ")}`;
  });
}

/**
 * Shows the page in each theme, the light one at last, so that the next page begins in it.
 *
 * @param look what is done in each.
 * @returns what axe finds wrong, in both.
 */
export async function findingsInBothThemes(
  page: Page,
  look: (theme: Theme) => Promise<unknown> = async () => {},
): Promise<string[]> {
  const found: string[] = [];
  for (const theme of themes.toReversed()) {
    await showTheme(page, theme);
    await look(theme);
    const findings = await accessibilityFindings(page, theme === "dark" ? rulesOfColours : {});
    found.push(...findings.map((finding) => `${theme}: ${finding}`));
  }
  return found;
}

// What the page itself runs is text: packages that use this are checked without the browser's types.

/** Waits for no colour that changes slowly: axe reads them as they are. */
async function showTheme(page: Page, colorScheme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(`for (const animation of document.getAnimations())
    if (animation instanceof CSSTransition) animation.finish()`);
}

/** What reaches beyond the right edge of the screen, so that the page scrolls sideways, at the widest hour of a day of two digits. */
export async function beyondTheScreen(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const texts = [...document.querySelectorAll("time")].flatMap((time) => [...time.childNodes])
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => ({ node, shown: node.data }));
    for (const { node, shown } of texts) node.data = shown.replace(/(?<!\\d)\\d(?!\\d)/g, "28");
    const beyond = document.documentElement.scrollWidth <= innerWidth ? [] :
      [...document.querySelectorAll("body *")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map(({ tagName, className }) => tagName.toLowerCase() + "." + className);
    for (const { node, shown } of texts) node.data = shown;
    return beyond;
  })()`);
}

/** How much of the page moved by itself while it loaded: the sum of its layout shifts, of which browsers call 0.1 good. */
export async function layoutShift(page: Page): Promise<number> {
  // What was buffered is handed over before the second frame.
  return page.evaluate<number>(`new Promise((resolve) => {
    let sum = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ("value" in entry) sum += Number(entry.value);
    });
    observer.observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
  })`);
}
