/**
 * Draws how the work grows: one panel for each growth, both axes logarithmic, so that a power is a straight line and its slope the
 * power. The dashed line has the slope 1: what starts on it and stays below grows less than linearly.
 */

import type { Curve, Growth, Point } from "./measure.ts";
import { showNumber } from "./report.ts";

const columns = 2;
const panel = { width: 460, height: 300 };
/** Where the axes lie inside a panel. */
const frame = { left: 62, top: 44, right: 318, bottom: 252 };
/** Between the labels of two curves that end close to each other. */
const lineHeight = 15;

const style = `
    text { font: 12px system-ui, sans-serif; fill: #3b3f46 }
    .paper { fill: #ffffff }
    .title { font-weight: 600; font-size: 13px }
    .grid { stroke: #dfe2e6 }
    .linear { stroke: #8a9099; stroke-dasharray: 5 4 }
    .curve { fill: none; stroke-width: 2 }
    .own0 { stroke: #0b6bcb } .own0-fill { fill: #0b6bcb }
    .own1 { stroke: #a3480f } .own1-fill { fill: #a3480f }
    .floor { stroke: #7a828c } .floor-fill { fill: #7a828c }
    @media (prefers-color-scheme: dark) {
      text { fill: #c9ced6 }
      .paper { fill: #16191d }
      .grid { stroke: #2e343b }
      .floor { stroke: #98a1ab } .floor-fill { fill: #98a1ab }
      .own0 { stroke: #5aa9f5 } .own0-fill { fill: #5aa9f5 }
      .own1 { stroke: #f0a065 } .own1-fill { fill: #f0a065 }
    }`;

export function renderPlot(growths: readonly Growth[]): string {
  const width = panel.width * columns;
  const height = panel.height * Math.ceil(growths.length / columns);
  const panels = growths.map((growth, place) => {
    const [x, y] = [(place % columns) * panel.width, Math.floor(place / columns) * panel.height];
    return `  <g transform="translate(${x} ${y})">\n${renderPanel(growth)}\n  </g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    "  <title>How the work grows with popular names, lines and files</title>",
    `  <style>${style}\n  </style>`,
    `  <rect class="paper" width="${width}" height="${height}"/>`,
    ...panels,
    "</svg>",
    "",
  ].join("\n");
}

function renderPanel({ what, of, unit, curves }: Growth): string {
  const points = curves.flatMap((curve) => curve.points);
  const sizes = points.map(({ size }) => size);
  const [left, right] = [Math.min(...sizes), Math.max(...sizes)];
  const lowest = Math.floor(Math.log10(Math.min(...points.map(({ median }) => median))));
  const highest = Math.ceil(Math.log10(Math.max(...points.map(({ median }) => median))));
  const x = scale(Math.log10(left), Math.log10(right), frame.left, frame.right);
  const y = scale(lowest, highest, frame.bottom, frame.top);
  const at = ({ size, median }: Point) => `${round(x(size))},${round(y(median))}`;

  const decades = Array.from({ length: highest - lowest + 1 }, (_, step) => 10 ** (lowest + step));
  const rows = decades.map((value) =>
    [
      `<line class="grid" x1="${frame.left}" x2="${frame.right}" y1="${round(y(value))}" y2="${round(y(value))}"/>`,
      text(frame.left - 8, y(value) + 4, showNumber(value), "end"),
    ].join(""),
  );
  const ticks = [...new Set(sizes)].map((size) =>
    [
      `<line class="grid" x1="${round(x(size))}" x2="${round(x(size))}" y1="${frame.top}" y2="${frame.bottom}"/>`,
      text(x(size), frame.bottom + 18, size.toLocaleString("en"), "middle"),
    ].join(""),
  );
  return [
    text(frame.left - 44, 24, `${what}, ${unit}`, "start", "title"),
    ...rows,
    ...ticks,
    text((frame.left + frame.right) / 2, frame.bottom + 38, of, "middle"),
    renderLinear(curves, right, 10 ** highest, at),
    ...curves.map((curve, place) => {
      const kind = classOf(curves, place);
      const dots = curve.points.map((point) => {
        const [cx, cy] = at(point).split(",");
        return `<circle class="${kind}-fill" cx="${cx}" cy="${cy}" r="3.5"/>`;
      });
      return `<polyline class="curve ${kind}" points="${curve.points.map(at).join(" ")}"/>${dots.join("")}`;
    }),
    ...renderLabels(curves, y),
  ]
    .map((line) => `    ${line}`)
    .join("\n");
}

/** From the first point of our own curve to the edge of the panel. */
function renderLinear(
  curves: readonly Curve[],
  right: number,
  top: number,
  at: (point: Point) => string,
): string {
  const start = curves.find(({ isFloor }) => !isFloor)?.points[0];
  if (!start) return "";
  const size = Math.min(right, (start.size * top) / start.median);
  const end = { size, median: (start.median * size) / start.size };
  return `<polyline class="curve linear" points="${at(start)} ${at(end)}"/>`;
}

/** Each at the end of its curve, or as near as those above leave room. */
function renderLabels(curves: readonly Curve[], y: (value: number) => number): string[] {
  const ends = curves
    .map(({ what, points }, place) => ({
      what,
      kind: classOf(curves, place),
      top: y(points.at(-1)!.median) + 4,
    }))
    .sort((a, b) => a.top - b.top);
  let free = 0;
  return ends.map(({ what, kind, top }) => {
    const place = Math.max(top, free);
    free = place + lineHeight;
    return text(frame.right + 10, place, what, "start", `${kind}-fill`);
  });
}

function classOf(curves: readonly Curve[], place: number): string {
  if (curves[place]!.isFloor) return "floor";
  return `own${curves.slice(0, place).filter(({ isFloor }) => !isFloor).length % 2}`;
}

/** From a power of ten to a coordinate. */
function scale(from: number, to: number, start: number, end: number): (value: number) => number {
  const span = to - from || 1;
  return (value) => start + ((Math.log10(value) - from) / span) * (end - start);
}

function text(x: number, y: number, content: string, anchor: string, kind?: string): string {
  const escaped = content.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const named = kind ? ` class="${kind}"` : "";
  return `<text${named} x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escaped}</text>`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
