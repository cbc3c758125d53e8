/** Pieces of one product in an order. */
export const maximumQuantity = 99;

/** Products in an order. A cart is kept in a cookie, which a browser drops over 4 KB: this many with the longest ids fit. */
export const maximumLines = 100;
