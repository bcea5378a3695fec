// A small hand-made map of Milan: for picking a position and for showing one.
// Quarter positions are the centroids of the Comune di Milano's open data (NIL, CC BY); the rest is drawn by hand.

import { h, s } from "./dom.js";
import { T } from "./strings.js";

const WEST = 9.035, EAST = 9.285, NORTH = 45.54, SOUTH = 45.385;
const WIDTH = 560, HEIGHT = 494;

const QUARTERS = [
  ["Gratosoglio", 45.41169, 9.17119], ["Mazzini - Corvetto", 45.43648, 9.22845], ["Molise-Calvairate", 45.45225, 9.2189],
  ["San Siro", 45.47138, 9.13836], ["Quarto Oggiaro", 45.51364, 9.13773], ["Giambellino", 45.44706, 9.13693],
  ["Lorenteggio", 45.45135, 9.11932], ["Stadera", 45.42994, 9.17844], ["Barona", 45.43235, 9.15619],
  ["Lambrate", 45.47929, 9.24966], ["Niguarda", 45.5167, 9.19612], ["Comasina", 45.52644, 9.15997],
  ["Baggio", 45.4596, 9.08721], ["Ponte Lambro", 45.44945, 9.26119], ["Gallaratese", 45.4966, 9.1117],
  ["QT8", 45.48733, 9.1363], ["Villapizzone", 45.49742, 9.14352], ["Taliedo - Forlanini", 45.44915, 9.24738],
  ["Rogoredo", 45.43667, 9.24352], ["Crescenzago", 45.50162, 9.23424], ["Affori", 45.51393, 9.17129],
  ["Quarto Cagnino", 45.47374, 9.1081], ["Forze Armate", 45.46249, 9.11383], ["Duomo", 45.4642, 9.19],
];
// Names that fit on the map without touching; the list beside it has them all.
const LABELLED = new Map([
  ["Gratosoglio", 1], ["Mazzini - Corvetto", -1], ["Molise-Calvairate", 1], ["San Siro", 1], ["Quarto Oggiaro", -1],
  ["Giambellino", 1], ["Lambrate", -1], ["Niguarda", 1], ["Baggio", 1], ["Gallaratese", -1], ["Barona", -1],
  ["Crescenzago", -1], ["Duomo", -1], ["Villapizzone", 1],
]);

const EDGE = [
  [45.534, 9.150], [45.536, 9.178], [45.529, 9.205], [45.518, 9.222], [45.514, 9.245], [45.501, 9.262], [45.487, 9.277],
  [45.464, 9.276], [45.447, 9.278], [45.427, 9.262], [45.419, 9.243], [45.425, 9.221], [45.413, 9.197], [45.394, 9.189],
  [45.389, 9.168], [45.402, 9.150], [45.410, 9.120], [45.425, 9.096], [45.434, 9.062], [45.450, 9.043], [45.466, 9.056],
  [45.474, 9.083], [45.492, 9.086], [45.509, 9.083], [45.520, 9.105], [45.526, 9.128],
];
const PARKS = [[45.4755, 9.1762, 11, 8], [45.4735, 9.1985, 6, 5], [45.488, 9.121, 13, 9], [45.463, 9.238, 10, 7], [45.5, 9.202, 9, 6], [45.425, 9.2, 9, 5], [45.474, 9.098, 10, 6]];
const WATER = [
  [[45.4525, 9.176], [45.4475, 9.155], [45.4465, 9.13], [45.4475, 9.1], [45.444, 9.04]],
  [[45.4515, 9.178], [45.437, 9.176], [45.416, 9.166], [45.39, 9.158]],
  [[45.52, 9.243], [45.502, 9.25], [45.482, 9.256], [45.462, 9.256], [45.445, 9.266], [45.425, 9.262]],
];

const x = (lon) => ((lon - WEST) / (EAST - WEST)) * WIDTH;
const y = (lat) => ((NORTH - lat) / (NORTH - SOUTH)) * HEIGHT;
const points = (list) => list.map(([lat, lon]) => `${x(lon).toFixed(1)},${y(lat).toFixed(1)}`).join(" ");
const inside = (lat, lon) => lat < NORTH && lat > SOUTH && lon > WEST && lon < EAST;

function smooth(list) {
  const p = list.map(([lat, lon]) => [x(lon), y(lat)]);
  const mid = (a, b) => `${((a[0] + b[0]) / 2).toFixed(1)} ${((a[1] + b[1]) / 2).toFixed(1)}`;
  const curves = p.map((one, i) => `Q${one[0].toFixed(1)} ${one[1].toFixed(1)} ${mid(one, p[(i + 1) % p.length])}`);
  return `M${mid(p.at(-1), p[0])}${curves.join("")}z`;
}

function ground() {
  const centre = [x(9.19), y(45.4642)];
  return [
    s("rect", { class: "map-outside", width: WIDTH, height: HEIGHT }),
    s("path", { class: "map-city", d: smooth(EDGE) }),
    ...PARKS.map(([lat, lon, rx, ry]) => s("ellipse", { class: "map-park", cx: x(lon), cy: y(lat), rx: rx * 1.5, ry: ry * 1.5 })),
    ...WATER.map((line) => s("polyline", { class: "map-water", points: points(line) })),
    s("ellipse", { class: "map-ring", cx: centre[0], cy: centre[1], rx: 37, ry: 34 }),
    s("ellipse", { class: "map-ring", cx: centre[0], cy: centre[1], rx: 84, ry: 80 }),
  ];
}

function pin(lat, lon, scale = 1) {
  return s("g", { class: "map-pin", transform: `translate(${x(lon).toFixed(1)} ${y(lat).toFixed(1)}) scale(${scale})` },
    s("path", { d: "M0 0c-3-8-12-14-12-24a12 12 0 0 1 24 0c0 10-9 16-12 24z" }), s("circle", { cy: -24, r: 4.5 }));
}

/** A still picture around a point; outside Milan only the pin on plain ground. */
export function miniMap(lat, lon) {
  const known = inside(lat, lon);
  const box = `${x(lon) - 70} ${y(lat) - 44} 140 78`;
  const names = QUARTERS.filter(([name]) => LABELLED.has(name)).map(([name, qLat, qLon]) =>
    s("text", { class: "map-mini-name", x: x(qLon), y: y(qLat) + 10, "text-anchor": "middle", text: name }));
  return s("svg", { class: "mini-map", viewBox: box, preserveAspectRatio: "xMidYMid slice", "aria-hidden": "true" },
    known ? [...ground(), ...names] : s("rect", { class: "map-city", x: x(lon) - 400, y: y(lat) - 400, width: 800, height: 800 }),
    pin(lat, lon, 0.62));
}

/** The nearest quarter within some 1.3 km, for a label. */
export function nearestQuarter(lat, lon) {
  const far = ([, a, b]) => Math.hypot((a - lat) * 111, (b - lon) * 78);
  const best = [...QUARTERS].sort((a, b) => far(a) - far(b))[0];
  return far(best) < 1.3 ? best[0] : "";
}

/** The picker: map, list of quarters and two fields. `value()` answers {latitude, longitude} or null. */
export function placePicker() {
  const lat = field("lat", T.lat, "45.4642");
  const lon = field("lon", T.lon, "9.1900");
  const marks = s("g");
  const svg = s("svg", { class: "map", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "group", "aria-label": T.mapOf, "data-testid": "map" },
    ground(), QUARTERS.map((quarter) => spot(quarter, choose)), marks);
  const names = h("select", { id: "place-quarter", "data-testid": "map-quarter", on: { change: () => fromList(names.value) } },
    h("option", { value: "", text: T.quarterPick }), [...QUARTERS].sort((a, b) => a[0].localeCompare(b[0], "it"))
      .map(([name]) => h("option", { value: name, text: name })));
  svg.addEventListener("click", (event) => {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    choose(NORTH - (at.y / HEIGHT) * (NORTH - SOUTH), WEST + (at.x / WIDTH) * (EAST - WEST));
  });
  for (const input of [lat.input, lon.input]) input.addEventListener("input", mark);

  function choose(newLat, newLon, name = "") {
    lat.input.value = newLat.toFixed(5);
    lon.input.value = newLon.toFixed(5);
    names.value = name;
    mark();
  }
  function fromList(name) {
    const found = QUARTERS.find((quarter) => quarter[0] === name);
    if (found) choose(found[1], found[2], name);
  }
  function mark() {
    const place = value();
    marks.replaceChildren(...(place && inside(place.latitude, place.longitude) ? [pin(place.latitude, place.longitude)] : []));
  }
  function value() {
    const latitude = number(lat.input.value);
    const longitude = number(lon.input.value);
    const good = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    return good ? { latitude, longitude } : null;
  }
  const node = h("div", { class: "place-picker" }, svg, h("div", { class: "fields" },
    h("label", { class: "field" }, h("span", { text: T.quarter }), names), lat.label, lon.label));
  return { node, value };
}

const number = (text) => (text.trim() === "" ? NaN : Number(text.trim().replace(",", ".")));

function field(id, label, example) {
  const input = h("input", { type: "text", inputmode: "decimal", placeholder: example, "data-testid": `map-${id}`, autocomplete: "off" });
  return { input, label: h("label", { class: "field" }, h("span", { text: label }), input) };
}

function spot([name, lat, lon], choose) {
  const side = LABELLED.get(name);
  const pick = (event) => { event.stopPropagation(); choose(lat, lon, name); };
  return s("g", { class: "map-spot", role: "button", tabindex: 0, "aria-label": name, transform: `translate(${x(lon).toFixed(1)} ${y(lat).toFixed(1)})`,
    on: { click: pick, keydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); pick(event); } } } },
    s("circle", { class: "map-hit", r: 13 }), s("circle", { class: "map-dot", r: 4.5 }), s("title", { text: name }),
    side && s("text", { y: side > 0 ? 19 : -10, "text-anchor": "middle", text: name }));
}
