import type { Payments } from "@org/integrations/payments/port";
import type { Pictures } from "@org/integrations/pictures/port";
import type { OrderLinks } from "@org/stores/mohallamart/order-links/port";
import type { MohallaMartStores } from "@org/stores/mohallamart/port";
import { recordVisit, type VisitOutbox } from "./analytics/record-visit.ts";
import type { ProductSearch } from "./analytics/with-results.ts";
import { markNotificationsRead } from "./notifications/mark-notifications-read.ts";
import { cancelOrder } from "./orders/cancel-order.ts";
import { moveOrder } from "./orders/move-order.ts";
import { placeOrder } from "./orders/place-order.ts";
import { revokeOrderLinks } from "./orders/revoke-order-links.ts";
import { takeParcelNotice } from "./orders/take-parcel-notice.ts";
import { takePaymentNotice } from "./orders/take-payment-notice.ts";
import { takePaymentReturn } from "./orders/take-payment-return.ts";
import { removePicture } from "./products/remove-picture.ts";
import { savePicture, type TrimPhoto } from "./products/save-picture.ts";
import { saveProduct } from "./products/save-product.ts";
import { watchProduct } from "./products/watch-product.ts";
import { applyToSell } from "./shopkeepers/apply-to-sell.ts";
import { approveApplication } from "./shopkeepers/approve-application.ts";
import { confirmApplication } from "./shopkeepers/confirm-application.ts";
import { rejectApplication } from "./shopkeepers/reject-application.ts";
import { chooseByLink } from "./users/choose-by-link.ts";
import { chooseLanguage } from "./users/choose-language.ts";
import { closeAccount } from "./users/close-account.ts";
import { forgetAddress } from "./users/forget-address.ts";
import { saveAccount } from "./users/save-account.ts";
import { stopEmails } from "./users/stop-emails.ts";

export interface MohallaMartCommandPorts extends MohallaMartStores {
  outbox: VisitOutbox;
  /** What customers search with. */
  search: ProductSearch;
  orderLinks: OrderLinks;
  /** Absent where nothing can be paid online: orders are paid in cash then. */
  payments?: Payments | undefined;
  /** Absent where pictures are kept nowhere: nobody uploads any then. */
  pictures?: (Pick<Pictures, "put"> & { cut: TrimPhoto }) | undefined;
  log: Record<"info" | "warn" | "error", (entry: object, message: string) => void>;
}

/** Everything that a person may ask of the marketplace. */
export function mohallaMartCommands(ports: MohallaMartCommandPorts) {
  const { payments, pictures } = ports;
  return {
    recordVisit: recordVisit(ports),
    markNotificationsRead: markNotificationsRead(ports),
    cancelOrder: cancelOrder(ports),
    moveOrder: moveOrder(ports),
    placeOrder: placeOrder(ports),
    revokeOrderLinks: revokeOrderLinks(ports),
    takeParcelNotice: takeParcelNotice(ports),
    takePaymentNotice: payments && takePaymentNotice({ ...ports, payments }),
    takePaymentReturn: payments && takePaymentReturn({ ...ports, payments }),
    removePicture: removePicture(ports),
    savePicture: pictures && savePicture({ ...ports, pictures }),
    saveProduct: saveProduct(ports),
    watchProduct: watchProduct(ports),
    applyToSell: applyToSell(ports),
    approveApplication: approveApplication(ports),
    closeAccount: closeAccount(ports),
    confirmApplication: confirmApplication(ports),
    rejectApplication: rejectApplication(ports),
    forgetAddress: forgetAddress(ports),
    saveAccount: saveAccount(ports),
    chooseByLink: chooseByLink(ports),
    chooseLanguage: chooseLanguage(ports),
    stopEmails: stopEmails(ports),
  };
}
