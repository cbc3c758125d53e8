import type { Page } from "playwright-core";
import { home } from "../customer.ts";

/** Fills in where an order goes. */
export async function fillInHome(page: Page): Promise<void> {
  await page.getByLabel("House or flat").fill(home.line1);
  await page.getByLabel("Street and area").fill(home.line2);
  await page.getByLabel("Landmark").fill(home.landmark);
  await page.getByLabel("PIN code").fill(home.pinCode);
}
