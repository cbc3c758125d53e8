import { columnsOf } from "../columns.ts";
import { at, type ErasedPart, goods, isIn, shops, thing, word } from "./part.ts";

const counted = { product_id: "prod_1", change: 1, stock_after: 1, available_after: 1, at };
const shelf = { description: "", category: "c", stock: 9, reserved: 0, created_at: at };

/** What is sold, and who watches it. */
export const erasedProducts: ErasedPart = {
  decisions: {
    ...columnsOf("mohallamart.watchers", "user_id", "erased"),
    ...columnsOf("mohallamart.watchers", "product_id", thing),
    ...columnsOf("mohallamart.products", "product_id shop_id name description category unit picture", shops),
    ...columnsOf("mohallamart.inventory_log", "product_id order_id", thing),
    ...columnsOf("mohallamart.inventory_log", "reason", word),
    ...columnsOf("mohallamart.stock_alerts", "alert_id product_id closed_by", thing),
  },
  common: [
    ["mohallamart.products", { product_id: "prod_1", ...isIn, ...goods, ...shelf }],
    ["mohallamart.inventory_log", { ...counted, reason: "count" }],
    ["mohallamart.stock_alerts", { alert_id: "e1", product_id: "prod_1", raised_at: at }],
  ],
  rowsOf: ({ userId }) => [["mohallamart.watchers", { product_id: "prod_1", user_id: userId }]],
};
