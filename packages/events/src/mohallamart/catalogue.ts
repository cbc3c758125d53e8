import { defineCatalogue } from "../catalogue.ts";
import { orderCreated } from "./order-created.ts";
import { orderUpdated } from "./order-updated.ts";
import { productOutOfStock } from "./product-out-of-stock.ts";
import { userCreated } from "./user-created.ts";

export const mohallaMartCatalogue = defineCatalogue({
  name: "mohallamart",
  title: "MohallaMart",
  description: "Events of the neighbourhood marketplace.",
  groups: {
    userEvents: { created: userCreated },
    orderEvents: { created: orderCreated, updated: orderUpdated },
    productEvents: { outOfStock: productOutOfStock },
  },
});
