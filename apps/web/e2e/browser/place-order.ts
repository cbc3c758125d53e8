import type { Stack } from "@org/local-stack";
import type { Page } from "playwright-core";
import { fillInHome } from "./fill-in-home.ts";

/** The way of somebody whose cart has something of the second demo shop in it. @returns the order's id */
export async function placeOrder(stack: Pick<Stack, "urls">, page: Page, email: string): Promise<string> {
  await page.goto(`${stack.urls.web}/checkout/shop_790`);
  await page.getByLabel("Name").fill("Meera Iyer");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Mobile number").fill("98765 43210");
  await fillInHome(page);
  await page.getByRole("button", { name: "Place the order" }).click();
  await page.waitForURL(/\/orders\/ord_/);
  return page.url().split("/").at(-1) ?? "";
}
