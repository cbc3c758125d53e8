import type { NewOrder, NewUser, Shop } from "../mohallamart/port.ts";
import { demoAddress, demoCustomer } from "./mohallamart.ts";

/** Another customer, whose account comes with their order. */
const neighbour: NewUser = {
  userId: "user_124",
  name: "Ravi Kumar",
  email: "ravi.kumar@example.com",
  phone: "+919845012346",
};

export interface DemoOrder {
  order: NewOrder;
  /** How far it has come; `placed` without it. */
  status?: "shipped" | "delivered";
  trackingNumber?: string;
}

/** One that waits for its event, one that arrived, one that is on its way. */
export const demoOrders: readonly DemoOrder[] = [
  {
    order: {
      orderId: "ord_457",
      shopId: "shop_790",
      customer: demoCustomer,
      address: demoAddress,
      items: [
        { productId: "prod_101", quantity: 1 },
        { productId: "prod_102", quantity: 3 },
      ],
      payment: "prepaid",
      paymentId: "pay_29QQoUBi66xm2f",
    },
    status: "delivered",
    trackingNumber: "DLV-20261101-0041",
  },
  {
    order: {
      orderId: "ord_458",
      shopId: "shop_789",
      customer: neighbour,
      address: { line1: "17, 6th Cross", line2: "Indiranagar", pinCode: "560038" },
      items: [{ productId: "prod_202", quantity: 2 }],
      payment: "prepaid",
      paymentId: "pay_29QQoUBi66xm2g",
    },
    status: "shipped",
    trackingNumber: "DLV-20261101-0042",
  },
  {
    order: {
      orderId: "ord_456",
      shopId: "shop_790",
      customer: demoCustomer,
      address: demoAddress,
      items: [{ productId: "prod_101", quantity: 2 }],
      payment: "cash",
    },
  },
];

export interface DemoApplication {
  applicant: NewUser & { phone: string };
  shopkeeperId: string;
  shop: Omit<Shop, "listed">;
  rejection?: { rejectedBy: string; reason: string };
}

/** One that waits for somebody to decide, and one that was turned down. */
export const demoApplications: readonly DemoApplication[] = [
  {
    applicant: {
      userId: "user_301",
      name: "Kavya Nair",
      email: "kavya@nair-sweets.example",
      phone: "+919845000003",
    },
    shopkeeperId: "sk_1000",
    shop: {
      shopId: "shop_791",
      name: "Nair Sweets & Savouries",
      area: "Domlur, Bengaluru",
      description: "Banana chips fried in coconut oil every morning, halwa on weekends.",
    },
  },
  {
    applicant: {
      userId: "user_302",
      name: "Imran Sheikh",
      email: "imran@corner-tea.example",
      phone: "+919845000004",
    },
    shopkeeperId: "sk_1001",
    shop: {
      shopId: "shop_792",
      name: "Corner Tea",
      area: "Indiranagar, Bengaluru",
      description: "Loose tea from the Nilgiris, weighed while you wait.",
    },
    rejection: { rejectedBy: "admin_001", reason: "The photo of the trade licence cannot be read." },
  },
];
