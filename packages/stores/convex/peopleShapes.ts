import { v } from "convex/values";

export const channels = v.object({ email: v.boolean(), sms: v.boolean(), push: v.boolean() });
export const quietHours = v.object({ from: v.string(), to: v.string() });

export const consentChannel = v.union(v.literal("email"), v.literal("sms"), v.literal("push"));
export const consentSource = v.union(
  v.literal("account-opened"),
  v.literal("account-page"),
  v.literal("link"),
  v.literal("mail-program"),
);

export const user = v.object({
  userId: v.string(),
  name: v.string(),
  email: v.string(),
  phone: v.optional(v.string()),
  createdAt: v.string(),
  revision: v.number(),
});

export const newUser = v.object({
  userId: v.string(),
  name: v.string(),
  email: v.string(),
  phone: v.optional(v.string()),
});
