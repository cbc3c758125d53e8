import { Body, Button, Container, Head, Heading, Html, Preview, Text } from "react-email";

export interface VerificationRequestEmailProps {
  adminName: string;
  residentName: string;
  /** As on the door: `4B`. Absent when the resident named none. */
  unit?: string;
  /** The name of the association. */
  association: string;
  /** The registration's page in the portal. */
  registrationUrl: string;
}

const text = { color: "#14262e", fontSize: 15, lineHeight: "22px" } as const;

/** Asks an admin or a floor captain to look at a new registration. */
export function VerificationRequestEmail({
  adminName,
  residentName,
  unit,
  association,
  registrationUrl,
}: VerificationRequestEmailProps) {
  const where = unit ? `unit ${unit}` : "no unit named";
  return (
    <Html lang="en">
      <Head />
      <Preview>{`${residentName} (${where}) waits for verification`}</Preview>
      <Body
        style={{ backgroundColor: "#eef4f5", fontFamily: "-apple-system, 'Segoe UI', Roboto, sans-serif" }}
      >
        <Container
          style={{ backgroundColor: "#ffffff", borderRadius: 12, maxWidth: 520, padding: "24px 28px" }}
        >
          <Heading as="h1" style={{ color: "#14262e", fontSize: 22 }}>
            A new registration at {association}
          </Heading>
          <Text style={text}>Dear {adminName},</Text>
          <Text style={text}>
            {residentName} ({where}) registered and waits for somebody who knows them to confirm that they
            live here.
          </Text>
          <Button
            href={registrationUrl}
            style={{ backgroundColor: "#0f5f70", borderRadius: 8, color: "#ffffff", padding: "12px 20px" }}
          >
            Look at the registration
          </Button>
          <Text style={{ ...text, color: "#5d7078", fontSize: 12 }}>
            You get this email because you verify residents of {association}.
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

VerificationRequestEmail.PreviewProps = {
  adminName: "Maria",
  residentName: "Sam Rivera",
  unit: "4B",
  association: "10 Ocean",
  registrationUrl: "https://10ocean.example/ten-ocean/residents/user_123",
} satisfies VerificationRequestEmailProps;
