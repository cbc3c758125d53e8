import { Column } from "@react-email/column";
import { Hr } from "@react-email/hr";
import { Row } from "@react-email/row";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import { money } from "../brand.ts";
import { useBrand, useWords } from "../brand-context.tsx";
import { orderWords } from "./words.ts";

export interface OrderLinesProps {
  lines: readonly {
    name: string;
    quantity: number /** For one, in the brand's currency. */;
    price: number;
  }[];
  /** For all. */
  total: number;
}

const text = { color: "#2b2118", fontSize: 15, margin: "6px 0" } as const;
const amount = { ...text, textAlign: "right" } as const;

/** What was ordered, one row a line, and the total. */
export function OrderLines({ lines, total }: OrderLinesProps) {
  const brand = useBrand();
  const { say } = useWords(orderWords);
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
            <Text style={amount}>{money(line.price * line.quantity, brand)}</Text>
          </Column>
        </Row>
      ))}
      <Hr style={{ borderColor: "#eadfce", margin: "8px 0" }} />
      <Row>
        <Column>
          <Text style={{ ...text, fontWeight: 700 }}>{say("total")}</Text>
        </Column>
        <Column>
          <Text style={{ ...amount, fontWeight: 700 }}>{money(total, brand)}</Text>
        </Column>
      </Row>
    </Section>
  );
}
