/** Shaders: dots and marks are placed and aged on the graphics card, from rows that stay as they are. */

import { DIMMED_ALPHA, ORGANISATION_COLOURS, SHAPES, SYMBOL_GROWTH, SYMBOLS } from '../scene/symbols'

/** Shape 0 is a disc, 1 a triangle, 2 a ring: the order of the symbols. */
const SHAPE_OF = Object.fromEntries(SHAPES.map((shape, i) => [shape, `${i}.0`])) as Record<
  (typeof SHAPES)[number],
  string
>

/** The first characters of both stages must be the version. */
const DOT_VERTEX = `#version 300 es
precision highp float;
in vec2 aFrom;
in vec2 aVia;
in vec2 aTo;
in vec4 aTimes;
in vec2 aLook;
uniform vec4 uCamera;
uniform vec4 uView;
uniform vec3 uMoving;
uniform vec3 uWaiting;
uniform vec3 uOrganisations[${ORGANISATION_COLOURS}];
uniform float uByOrganisation;
uniform float uPointed;
out vec3 vColour;
out float vShape;
out float vStrength;

void main() {
  float hour = uView.z;
  if (aLook.x < -0.5 || hour < aTimes.x || hour >= aTimes.w) {
    gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
    gl_PointSize = 0.0;
    return;
  }
  float t = clamp((hour - aTimes.y) / max(aTimes.z - aTimes.y, 0.001), 0.0, 1.0);
  bool waits = hour < aTimes.y || hour >= aTimes.z;
  vec2 place = mix(mix(aFrom, aVia, t), mix(aVia, aTo, t), t);
  vec2 along = normalize(mix(aVia - aFrom, aTo - aVia, t) + vec2(1e-6, 0.0));
  float side = aLook.y - 0.5;
  float turn = aLook.y * 389.0;
  vec2 spread = waits
    ? vec2(cos(turn), sin(turn)) * (5.0 + 6.0 * fract(aLook.y * 57.0)) * uView.w
    : vec2(-along.y, along.x) * side * 3.0 * uView.w;
  vec2 pixels = (place - uCamera.xy) * uCamera.z + spread;
  gl_Position = vec4(pixels.x * 2.0 / uView.x, -pixels.y * 2.0 / uView.y, 0.0, 1.0);
  int symbol = min(int(aLook.x + 0.5), ${SYMBOLS - 1});
  bool byOrganisation = uByOrganisation > 0.5;
  vShape = byOrganisation ? float(symbol / ${ORGANISATION_COLOURS}) : ${SHAPE_OF.disc};
  float enlarged = byOrganisation ? (waits ? ${SYMBOL_GROWTH.waiting} : ${SYMBOL_GROWTH.moving}) : 1.0;
  gl_PointSize = (waits ? 4.6 : 10.5) * enlarged * uView.w * uCamera.w;
  vColour = byOrganisation ? uOrganisations[symbol % ${ORGANISATION_COLOURS}] : waits ? uWaiting : uMoving;
  vStrength = waits ? 0.7 : 1.0;
  if (uPointed > -0.5 && abs(float(symbol) - uPointed) > 0.5) vStrength *= ${DIMMED_ALPHA};
}
`

const DOT_FRAGMENT = `#version 300 es
precision highp float;
in vec3 vColour;
in float vStrength;
in float vShape;
uniform float uCover;
out vec4 finalColor;

void main() {
  vec2 p = (gl_PointCoord - 0.5) * 2.0;
  float d = length(p);
  float edge = d;
  if (vShape > ${SHAPE_OF.triangle} - 0.5) edge = max(p.y, abs(p.x) * 0.866 - p.y * 0.5) * 1.28;
  if (vShape > ${SHAPE_OF.ring} - 0.5) edge = abs(d - 0.46) * 2.4;
  float core = 1.0 - smoothstep(0.34, 0.52, edge);
  float glow = (1.0 - smoothstep(0.3, 1.0, d)) * 0.3 * (1.0 - uCover * 0.6) * (vShape > 0.5 ? 0.5 : 1.0);
  float light = (core + glow * (1.0 - core)) * vStrength;
  finalColor = vec4(vColour * light, light * mix(uCover, 1.0, core));
}
`

const MARK_VERTEX = `#version 300 es
precision highp float;
in vec2 aPlace;
in vec2 aTime;
in vec2 aKind;
uniform vec4 uCamera;
uniform vec4 uView;
uniform vec3 uSeized;
uniform vec3 uDelivered;
out vec3 vColour;
out float vAge;
out float vKind;

void main() {
  float age = (uView.z - aTime.x) / max(aTime.y, 0.001);
  if (age < 0.0 || age >= 1.0 || aTime.x < -1e8 || aKind.y < 0.0) {
    gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
    gl_PointSize = 0.0;
    return;
  }
  vec2 pixels = (aPlace - uCamera.xy) * uCamera.z;
  gl_Position = vec4(pixels.x * 2.0 / uView.x, -pixels.y * 2.0 / uView.y, 0.0, 1.0);
  gl_PointSize = (aKind.x < 0.5 ? 38.0 : 26.0) * aKind.y * uCamera.w;
  vColour = aKind.x < 0.5 ? uSeized : uDelivered;
  vAge = age;
  vKind = aKind.x;
}
`

const MARK_FRAGMENT = `#version 300 es
precision highp float;
in vec3 vColour;
in float vAge;
in float vKind;
out vec4 finalColor;

void main() {
  vec2 p = (gl_PointCoord - 0.5) * 2.0;
  float d = length(p);
  float reach = mix(vKind < 0.5 ? 0.25 : 0.6, 0.92, sqrt(vAge));
  float ring = (1.0 - smoothstep(0.03, 0.11, abs(d - reach))) * (1.0 - vAge);
  vec2 q = abs(vec2(p.x + p.y, p.x - p.y)) * 0.7071;
  float cross = (1.0 - smoothstep(0.07, 0.12, min(q.x, q.y))) * (1.0 - smoothstep(0.3, 0.36, max(q.x, q.y)));
  float flash = (1.0 - smoothstep(0.0, 0.6, d)) * pow(1.0 - vAge, 6.0) * 0.8;
  float light = vKind < 0.5
    ? max(max(ring * 0.8, cross * (1.0 - vAge * vAge)), flash)
    : ring * 0.45;
  finalColor = vec4(vColour * light, light);
}
`

export const DOT_SHADER = { vertex: DOT_VERTEX, fragment: DOT_FRAGMENT } as const
export const MARK_SHADER = { vertex: MARK_VERTEX, fragment: MARK_FRAGMENT } as const
