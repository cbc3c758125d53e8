import { caseData, whoAndWhere, whoLivesThere } from "./case-data.ts";
import { toReviewers, verificationTemplate } from "./verification-template.tsx";

/** Asks admins and the floor's captains to look at a registration or a new unit. */
export const verificationRequest = verificationTemplate({
  name: "verification-request",
  data: caseData,
  words: ({ data, brand }) => ({
    title: data.purpose === "move" ? `${data.name} has moved` : `A new registration at ${brand.name}`,
    body:
      data.purpose === "move"
        ? `${data.name} lives in another unit now, ${data.unit}, and waits for somebody who knows that it is so.`
        : `${whoAndWhere(data)} registered and waits for somebody who knows them to confirm that they live here.`,
    path: `/ten-ocean/admin/registrations/${data.userId}`,
  }),
  more: ({ data }) => [
    ...whoLivesThere(data),
    "You hear of it again after three and after seven days. After two weeks without a decision it lapses.",
  ],
  action: "Look and decide",
  why: toReviewers,
});
