import type { DeliveryChannel, RecipientRole } from "@org/stores/deliveries/port";

export const recipientNames: Record<RecipientRole, string> = {
  customer: "Customer",
  shopkeeper: "Shopkeeper",
  admin: "Admin",
  resident: "Resident",
};

export const channelNames: Record<DeliveryChannel, string> = { email: "Email", sms: "SMS", push: "Push" };
