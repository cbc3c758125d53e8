import { cancellations } from "./order-rows/cancellations.ts";
import { captures } from "./order-rows/captures.ts";
import { moves } from "./order-rows/moves.ts";
import { refunds } from "./order-rows/refunds.ts";
import type { OrderRow } from "./order-rows/row.ts";

/** The table by which orders move; `order-states.ts` reads it. */
export const orderRows: readonly OrderRow[] = [...moves, ...cancellations, ...captures, ...refunds];
