import * as z from "zod";
import { prefixedId } from "../internal/fields/ids.ts";
import { scalar } from "../internal/fields/properties.ts";

/** Id of a flat of the house. */
export const unitId = /* @__PURE__ */ prefixedId("unit");
/** Stands where a unit is asked for and it is none's alone: the lobby, the roof. */
export const commonAreas = "unit_common";
/** Id of a community event. */
export const eventId = /* @__PURE__ */ prefixedId("evt");
/** Id of a maintenance request. */
export const requestId = /* @__PURE__ */ prefixedId("req");
/** A line of a request's history. */
export const entryId = /* @__PURE__ */ prefixedId("entry");
/** Id of a topic of the forum. */
export const topicId = /* @__PURE__ */ prefixedId("topic");
/** Id of a post of the forum. */
export const postId = /* @__PURE__ */ prefixedId("post");
/** Id of an announcement. */
export const announcementId = /* @__PURE__ */ prefixedId("ann");

/** Names an occasion to tell somebody: a member hears of one at most once. Begins with the template's name. */
export const notificationId = z
  .string()
  .max(200)
  .regex(/^[a-z][a-z0-9-]*(:[A-Za-z0-9_.+-]+)*$/, "Expected an id such as forum-mention:post_502");

/** The id of whatever a message is about: a request, a community event, a post, a member. */
export const subjectId = z.string().regex(/^[a-z]+_[A-Za-z0-9]{1,64}$/, "Expected an id such as req_77");

/** Anyone who acts in the portal: a resident, a floor captain or an admin. */
export const memberId = z
  .string()
  .regex(/^(user|admin)_[A-Za-z0-9]{1,64}$/, "Expected user_123 or admin_123");

/** Counts a member's verifications: a registration is the first, and each that begins anew is one more. */
export const verificationRound = z.int().min(1).max(10_000);

/** What somebody vouches for: that an applicant lives in the house, or that a resident lives in another unit now. */
export const verificationPurpose = z.enum(["registration", "move"]);

/** A member's standing. */
export const memberStatus = z.enum(["pending", "resident", "alumni", "suspended"]);

/** How soon a repair is needed. */
export const requestPriority = z.enum(["low", "normal", "high", "urgent"]);

/** An email template's name, such as `weekly-digest`. */
export const templateName = z
  .string()
  .max(100)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "Expected a name such as weekly-digest");

/** What a template shows: flat values, and lists of rows. */
export const templateData = z.record(
  z.string().min(1).max(100),
  z.union([scalar, z.array(z.record(z.string().min(1).max(100), scalar)).max(100)]),
);
