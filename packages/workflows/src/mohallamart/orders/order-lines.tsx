import { Column, Hr, Row, Section, Text } from "react-email";
import { rupees } from "../../format.ts";

export interface OrderLinesProps {
  lines: readonly { name: string; quantity: number /** Rupees for one. */; price: number }[];
  /** Rupees for all. */
  total: number;
}

const text = { color: "#2b2118", fontSize: 15, margin: "6px 0" } as const;
const amount = { ...text, textAlign: "right" } as const;

/** What was ordered, one row a line, and the total. */
export function OrderLines({ lines, total }: OrderLinesProps) {
  return (
    <Section>
      {lines.map((line) => (
        <Row key={line.name}>
          <Column>
            <Text style={text}>
              {line.quantity} × {line.name}
            </Text>
          </Column>
          <Column>
            <Text style={amount}>{rupees(line.price * line.quantity)}</Text>
          </Column>
        </Row>
      ))}
      <Hr style={{ borderColor: "#eadfce", margin: "8px 0" }} />
      <Row>
        <Column>
          <Text style={{ ...text, fontWeight: 700 }}>Total</Text>
        </Column>
        <Column>
          <Text style={{ ...amount, fontWeight: 700 }}>{rupees(total)}</Text>
        </Column>
      </Row>
    </Section>
  );
}
