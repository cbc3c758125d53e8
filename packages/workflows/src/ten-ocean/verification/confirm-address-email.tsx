import { Text } from "@react-email/text";
import { EmailButton, EmailLayout, type EmailLayoutProps, emailText } from "../email-layout.tsx";

export interface ConfirmAddressEmailProps extends Pick<EmailLayoutProps, "brand"> {
  firstName: string;
  /** Which of the two mailboxes it goes to. */
  mailbox: "old" | "new";
  newEmail: string;
  confirmUrl: string;
}

/** Asks the reader of a mailbox whether a member's new address is right. */
export function ConfirmAddressEmail({
  brand,
  firstName,
  mailbox,
  newEmail,
  confirmUrl,
}: ConfirmAddressEmailProps) {
  const title = mailbox === "old" ? "Is this your new address?" : "Confirm your new address";
  return (
    <EmailLayout
      brand={brand}
      preview={title}
      title={title}
      why={`You get this email because somebody asked for this at ${brand.name}.`}
    >
      <Text style={emailText}>Dear {firstName},</Text>
      <Text style={emailText}>
        {mailbox === "old"
          ? `In your profile you asked for ${newEmail} as your new email address.`
          : `In your profile you asked for this address, ${newEmail}, as your new one.`}{" "}
        It counts once you have followed the link in this email and the one that we sent to your{" "}
        {mailbox === "old" ? "new" : "present"} address.
      </Text>
      <Text style={emailText}>
        Both are good for one day. If it was not you, do nothing: everything stays as it is.
      </Text>
      <EmailButton href={confirmUrl}>
        {mailbox === "old" ? "Yes, that is mine" : "Confirm this address"}
      </EmailButton>
    </EmailLayout>
  );
}

ConfirmAddressEmail.PreviewProps = {
  brand: { name: "10 Ocean", locale: "en-US" },
  firstName: "Maya",
  mailbox: "old",
  newEmail: "maya@example.com",
  confirmUrl: "https://10ocean.example/ten-ocean/profile/email/example",
} satisfies ConfirmAddressEmailProps;
