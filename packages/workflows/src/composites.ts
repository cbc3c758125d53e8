/** The composite workflows of the product documents: each is everything that follows from one event. */
export const composites = [
  { name: "User registration", app: "mohallamart", event: "user.created" },
  { name: "Order creation", app: "mohallamart", event: "order.created" },
  { name: "Product indexing", app: "mohallamart", event: "product.created" },
  { name: "User verification", app: "ten-ocean-tenant-assc", event: "user/registered" },
  { name: "Notification system", app: "ten-ocean-tenant-assc", event: "notification/route" },
  { name: "Weekly digest", app: "ten-ocean-tenant-assc", event: "notification/digest.generate" },
] as const;
