/** The colours of a product's drawn mark, as CSS has them, from the outer petals to the middle. */
export interface MarkColours {
  /** Behind the petals, laid thin. */
  wash: string;
  petals: readonly [outer: string, middle: string, inner: string];
}

type Colour = readonly [hue: number, saturation: number, lightness: number];

const red: Colour = [6, 72, 50];
const crimson: Colour = [346, 66, 44];
const orange: Colour = [24, 86, 53];
const amber: Colour = [38, 88, 51];
const yellow: Colour = [48, 88, 52];
const lime: Colour = [78, 52, 46];
const green: Colour = [125, 40, 42];
const leaf: Colour = [148, 48, 32];
const purple: Colour = [284, 42, 44];
const rose: Colour = [332, 48, 56];
const brown: Colour = [24, 46, 38];
const tan: Colour = [32, 50, 56];
const cream: Colour = [42, 62, 68];
const straw: Colour = [44, 54, 56];
const slate: Colour = [215, 18, 46];

type Palette = readonly [Colour, Colour, Colour];

/** What things look like, by a word of their names, in the singular. */
const palettes: ReadonlyMap<string, Palette> = new Map(
  Object.entries({
    "green leaf leave spinach palak methi coriander dhania mint pudina cabbage lettuce": [leaf, green, lime],
    "bean finger bhindi okra drumstick pea cucumber capsicum gourd broccoli": [green, lime, leaf],
    "tomato strawberry watermelon apple": [red, orange, green],
    "chilli mirchi ketchup": [red, crimson, green],
    "pomegranate beetroot cherry grape plum": [crimson, rose, green],
    "brinjal eggplant baingan": [purple, rose, green],
    "carrot pumpkin": [orange, amber, green],
    "papaya orange apricot peach": [orange, amber, leaf],
    "mango turmeric haldi": [amber, yellow, green],
    "banana lemon pineapple corn maize honey": [yellow, amber, lime],
    "mosambi lime guava pear": [lime, yellow, green],
    "onion garlic shallot": [rose, crimson, tan],
    "potato ginger mushroom": [tan, brown, straw],
    "rice basmati poha milk curd paneer salt sugar coconut": [cream, straw, tan],
    "wheat atta flour rava suji bread roti biscuit cookie oat": [straw, tan, brown],
    "ragi rajma date fig": [crimson, brown, tan],
    "toor masoor sambar rasam masala": [orange, red, brown],
    "moong butter ghee sunflower": [yellow, straw, amber],
    "chana bhujia namkeen mixture chip": [amber, tan, brown],
    "urad kabuli chickpea cashew almond egg": [tan, cream, brown],
    "groundnut peanut sesame": [tan, amber, brown],
    "mustard pepper cumin jeera clove": [brown, slate, yellow],
    "coffee chocolate cocoa": [brown, tan, cream],
    "tea chai jaggery": [brown, amber, red],
  } satisfies Record<string, Palette>).flatMap(([words, palette]) =>
    words.split(" ").map((word) => [word, palette] as const),
  ),
);

const unknown: Palette = [slate, [214, 48, 50], amber];
/** For what no word is known of: few colours each, so that a shelf stays calm. */
const others: readonly Palette[] = [
  unknown,
  [leaf, [172, 46, 40], straw],
  [purple, rose, amber],
  [orange, crimson, straw],
];

/**
 * The colours of the thing itself where its name says what it is (tomatoes are red), otherwise ones of its own that its
 * name and nothing else decides.
 * @param fraction from 0 to below 1, always the same for one name
 */
export function markColours(name: string, fraction: number): MarkColours {
  const words = name.toLowerCase().split(/[^\p{L}]+/u);
  const known = words.map(paletteOf).find((palette) => palette !== undefined);
  const [outer, middle, inner] = known ?? others[Math.floor(fraction * others.length)] ?? unknown;
  return { wash: css(outer), petals: [css(outer), css(middle), css(inner)] };
}

function paletteOf(word: string): Palette | undefined {
  return palettes.get(word) ?? palettes.get(word.replace(/s$/, "")) ?? palettes.get(word.replace(/es$/, ""));
}

function css([hue, saturation, lightness]: Colour): string {
  return `hsl(${hue} ${saturation}% ${lightness}%)`;
}
