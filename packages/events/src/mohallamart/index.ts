export { mohallaMartCatalogue } from "./catalogue.ts";
export { createMohallaMartEvents, type MohallaMartEvents } from "./emitters.ts";
export { orderCreated } from "./order-created.ts";
export { orderUpdated } from "./order-updated.ts";
export { productOutOfStock } from "./product-out-of-stock.ts";
export { userCreated } from "./user-created.ts";
