import type { AnnouncementField } from "@org/commands/ten-ocean/community/announcement-request";
import type { FormState } from "../../forms/form-state.ts";

/** An announcement's form, and the preview of what it would say once it can be published. */
export interface AnnouncementFormState extends FormState<AnnouncementField> {
  preview?: {
    title: string;
    body: string;
    urgent: boolean;
    /** Whom it goes to, in words and with their number. */
    audience: string;
  };
}
