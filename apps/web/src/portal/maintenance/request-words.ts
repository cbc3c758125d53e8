import type {
  requestCategories,
  requestPriorities,
} from "@org/commands/ten-ocean/maintenance/request-fields";
import type { MaintenanceRequest, RequestPriority, RequestStatus } from "@org/stores/ten-ocean/port";

/** In the order of the form. */
export const categoryWords: Record<(typeof requestCategories)[number], string> = {
  plumbing: "Water and drains",
  electrical: "Electricity and light",
  heating: "Heating and cooling",
  appliance: "Stove, fridge or another appliance",
  structural: "Walls, floors, windows or doors",
  pests: "Pests",
  "common-area": "Something that everybody uses",
  other: "Something else",
};

export const priorityWords: Record<(typeof requestPriorities)[number], { label: string; meaning: string }> = {
  urgent: {
    label: "Urgent",
    meaning: "Water is running, there is no heat in winter, or somebody could get hurt.",
  },
  high: { label: "High", meaning: "It makes daily life hard, but can wait a day or two." },
  normal: { label: "Normal", meaning: "It needs a repair, and a week does no harm." },
  low: { label: "Low", meaning: "Good to have done when somebody is in the house anyway." },
};

export const statusWords: Record<RequestStatus, string> = {
  open: "Open",
  "in-progress": "In progress",
  "on-hold": "On hold",
  resolved: "Resolved",
  closed: "Closed",
};

export const priorityOrder: readonly RequestPriority[] = ["urgent", "high", "normal", "low"];

/** Of a category in the store, which may be from another version. */
export function categoryLabel(category: string): string {
  return new Map<string, string>(Object.entries(categoryWords)).get(category) ?? category;
}

/** As people call it on the phone. */
export function numberOf({ number }: Pick<MaintenanceRequest, "number">): string {
  return `#${number}`;
}

/** What somebody calls it: `#1042 Heating`. */
export function titleOf(request: Pick<MaintenanceRequest, "number" | "category">): string {
  return `${numberOf(request)} ${categoryLabel(request.category)}`;
}

/** The number that somebody typed, as `1042` or `# 1042`; undefined when it is none. */
export function parseNumber(text: string): number | undefined {
  const [, digits] = /^\s*#?\s*(\d{1,9})\s*$/.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** The place in words, given the label of the request's unit. */
export function placeWords(
  { area }: Pick<MaintenanceRequest, "area">,
  unitLabel: string | undefined,
): string {
  return area ?? (unitLabel === undefined ? "A unit" : `Unit ${unitLabel}`);
}

/** What is wrong, in its reporter's words; without an account there are none. */
export function descriptionWords({ description }: Pick<MaintenanceRequest, "description">): string {
  return description || "The words of a former resident were erased.";
}
