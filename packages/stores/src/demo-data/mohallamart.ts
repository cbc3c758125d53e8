import type {
  NewProduct,
  NewUser,
  PostalAddress,
  Shop,
  Shopkeeper,
  StaffMember,
} from "../mohallamart/port.ts";

export const demoShops: readonly Shop[] = [
  {
    shopId: "shop_789",
    name: "Lakshmi Provision Store",
    area: "Indiranagar, Bengaluru",
    description: "Staples, spices and everything for the kitchen, on 12th Main since 1987.",
    listed: true,
  },
  {
    shopId: "shop_790",
    name: "Hari Fresh Vegetables & Fruits",
    area: "Indiranagar, Bengaluru",
    description: "Picked up at the Yeshwanthpur yard at five, at your door by nine.",
    listed: true,
  },
];

export const demoShopkeepers: readonly Shopkeeper[] = [
  {
    shopkeeperId: "sk_999",
    shopId: "shop_789",
    name: "Lakshmi Narayanan",
    email: "lakshmi@lakshmi-provisions.example",
    phone: "+919845000001",
  },
  {
    shopkeeperId: "sk_998",
    shopId: "shop_790",
    name: "Hari Prasad",
    email: "hari@hari-fresh.example",
    phone: "+919845000002",
  },
];

export const demoStaff: readonly StaffMember[] = [
  { staffId: "admin_001", name: "Divya Menon", email: "divya.menon@mohallamart.example" },
];

export const demoCustomer: NewUser = {
  userId: "user_123",
  name: "Asha Rao",
  email: "asha.rao@example.com",
  phone: "+919845012345",
};

/** Where somebody in a demonstration, a test or a play has an order brought to, as the checkout's form asks for it. */
export const demoAddress = {
  line1: "Flat 4B, Rose Apartments",
  line2: "12th Main, Indiranagar",
  landmark: "Opposite the metro station",
  pinCode: "560038",
} as const satisfies PostalAddress;

type Row = readonly [name: string, unit: string, price: number, stock: number, description: string];

/** The n-th product of a list gets `firstId` + n, so rows are only ever added at the end. */
function productsOf(
  shopId: string,
  firstId: number,
  categories: Record<string, readonly Row[]>,
): NewProduct[] {
  const rows = Object.entries(categories).flatMap(([category, list]) =>
    list.map((row) => ({ category, row })),
  );
  return rows.map(({ category, row: [name, unit, price, stock, description] }, index) => ({
    productId: `prod_${firstId + index}`,
    shopId,
    name,
    description,
    category,
    unit,
    price,
    stock,
  }));
}

const provisions = productsOf("shop_789", 201, {
  "Rice & flour": [
    ["Sona Masoori Rice", "5 kg", 389, 40, "Aged twelve months, cooks up light and separate."],
    ["India Gate Basmati Rice", "1 kg", 165, 30, "Long grain, for biryani and pulao."],
    ["Aashirvaad Whole Wheat Atta", "5 kg", 275, 35, "Stone-ground from MP wheat."],
    ["Ragi Flour", "1 kg", 72, 25, "Finger millet for mudde, dosa and porridge."],
    ["Fine Rava", "1 kg", 54, 25, "Semolina for upma and kesari bath."],
  ],
  "Dal & pulses": [
    ["Toor Dal", "1 kg", 172.5, 40, "Unpolished, for sambar and everyday dal."],
    ["Moong Dal", "1 kg", 138, 30, "Split and husked; for pongal and khichdi."],
    ["Urad Dal", "1 kg", 149, 30, "Whole and white, for idli and vada batter."],
    ["Chana Dal", "1 kg", 98, 30, "For chutney, vada and payasam."],
    ["Kabuli Chana", "500 g", 84, 20, "Large chickpeas for chole."],
  ],
  "Oil & ghee": [
    ["Freedom Sunflower Oil", "1 l", 142, 50, "Refined, pouch."],
    ["Cold-pressed Groundnut Oil", "1 l", 268, 15, "Pressed in a wooden chekku."],
    ["Nandini Pure Ghee", "500 ml", 315, 20, "From cow's milk."],
  ],
  "Spices & masala": [
    ["MTR Sambar Powder", "200 g", 96, 30, "Roasted coriander, chilli and fenugreek."],
    ["Byadgi Red Chilli", "100 g", 62.5, 25, "Deep red and mild, from Haveri."],
    ["Turmeric Powder", "100 g", 34, 30, "Salem turmeric."],
    ["Mustard Seeds", "100 g", 18, 40, "Small and black, for tempering."],
    ["Jaggery", "500 g", 58, 25, "Bellada achu, from Mandya."],
  ],
  "Tea, coffee & snacks": [
    ["Filter Coffee Powder", "250 g", 155, 20, "80 % plantation A, 20 % chicory; ground on the day."],
    ["Red Label Tea", "500 g", 265, 25, "Assam, strong."],
    ["Haldiram's Bhujia", "400 g", 115, 30, "Crisp gram-flour sev."],
    ["Parle-G Biscuits", "800 g", 95, 60, "The family pack."],
  ],
});

const fresh = productsOf("shop_790", 101, {
  Vegetables: [
    ["Organic Tomatoes", "500 g", 60, 40, "Vine-ripened, from Kolar."],
    ["Onions", "1 kg", 42, 60, "Medium, from Nashik."],
    ["Potatoes", "1 kg", 38, 60, "Ooty potatoes, washed."],
    ["Ladies' Finger", "500 g", 35, 25, "Tender bhindi."],
    ["Green Beans", "250 g", 28, 25, "Nati beans, stringless."],
    ["Carrots", "500 g", 44, 30, "Ooty carrots, sweet enough for halwa."],
    ["Brinjal", "500 g", 32, 20, "Small and purple, for ennegayi."],
    ["Drumsticks", "4 pieces", 30, 15, "For sambar."],
  ],
  "Greens & herbs": [
    ["Palak", "1 bunch", 20, 30, "Spinach, washed once at the shop."],
    ["Coriander", "1 bunch", 12, 50, "With roots, stays fresh for two days."],
    ["Curry Leaves", "1 bunch", 8, 50, "Picked this morning."],
    ["Green Chillies", "100 g", 10, 50, "Hot."],
    ["Ginger", "200 g", 28, 30, "Young and juicy."],
  ],
  Fruit: [
    ["Yelakki Bananas", "1 dozen", 72, 25, "Small and sweet."],
    ["Mosambi", "1 kg", 88, 20, "Sweet lime, thin-skinned."],
    ["Papaya", "1 piece", 55, 12, "Red Lady, ripe tomorrow."],
    ["Pomegranate", "500 g", 124, 15, "Bhagwa, from Solapur."],
    ["Alphonso Mangoes", "1 dozen", 899, 3, "Ratnagiri, the last box of the season."],
  ],
});

export const demoProducts: readonly NewProduct[] = [...fresh, ...provisions];
