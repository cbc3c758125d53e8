import { Text } from "@react-email/text";
import { EmailButton, EmailLayout, type EmailLayoutProps, emailText } from "../email-layout.tsx";

export interface ConfirmRegistrationEmailProps extends Pick<EmailLayoutProps, "brand"> {
  firstName: string;
  confirmUrl: string;
}

/** Asks the reader of a mailbox whether it was they who registered with its address. */
export function ConfirmRegistrationEmail({ brand, firstName, confirmUrl }: ConfirmRegistrationEmailProps) {
  const title = "Is this your address?";
  return (
    <EmailLayout
      brand={brand}
      preview={title}
      title={title}
      why={`You get this email because somebody registered with this address at ${brand.name}.`}
    >
      <Text style={emailText}>Dear {firstName},</Text>
      <Text style={emailText}>
        Somebody filled in the registration at {brand.name} with your address. Follow this link to confirm it;
        then an admin or the captain of your floor is asked whether you live here.
      </Text>
      <Text style={emailText}>
        The link is good for one day, and once. If it was not you, do nothing: nobody is registered, and what
        was filled in is gone tomorrow.
      </Text>
      <EmailButton href={confirmUrl}>Confirm my registration</EmailButton>
    </EmailLayout>
  );
}

ConfirmRegistrationEmail.PreviewProps = {
  brand: { name: "10 Ocean", locale: "en-US" },
  firstName: "Maya",
  confirmUrl: "https://10ocean.example/ten-ocean/registered/example",
} satisfies ConfirmRegistrationEmailProps;
