// Draws nodes as the schema's shapes, each with a hairline of background around it so that neighbours stay apart.
import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { parseHex } from '../graph/appearance.ts';

export interface NodeLook extends NodeDisplayData {
  /** Index into SHAPES of appearance.ts. */
  readonly shape: number;
}

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_correctionRatio', 'u_upright', 'u_background'] as const;

const VERTEX_SHADER = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform mat2 u_upright;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
varying vec4 v_color;
const float bias = 255.0 / 254.0;

void main() {
  // One pixel is 2 * correctionRatio in the coordinates of the matrix.
  v_radius = a_size / u_sizeRatio;
  v_at = a_corner * (v_radius + 2.0);
  gl_Position = vec4((u_matrix * vec3(a_position + u_upright * v_at * 2.0 * u_correctionRatio, 1)).xy, 0, 1);
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`;

// Signed distances in pixels, negative inside; shapes are sized to look equally heavy.
const FRAGMENT_SHADER = /* glsl */ `
precision highp float;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
varying vec4 v_color;
uniform vec3 u_background;

float box(vec2 at, vec2 half_size) {
  vec2 d = abs(at) - half_size;
  return max(d.x, d.y);
}

float distance_to_shape() {
  float r = v_radius;
  if (v_shape < 1.5) return length(v_at) - r;
  if (v_shape < 2.5) return box(v_at, vec2(0.88 * r));
  if (v_shape < 3.5) return (abs(v_at.x) + abs(v_at.y) - 1.18 * r) * 0.7071;
  if (v_shape < 4.5) {
    vec2 at = vec2(abs(v_at.x), v_at.y + 0.12 * r);
    return max(at.x * 0.866 + at.y * 0.5 - 0.58 * r, -at.y - 0.58 * r);
  }
  float sheet = box(v_at, vec2(0.72 * r, 0.95 * r));
  return max(sheet, (v_at.x + v_at.y - 1.2 * r) * 0.7071);
}

void main() {
  float d = distance_to_shape();
  #ifdef PICKING_MODE
  if (length(v_at) > v_radius + 1.5) discard;
  gl_FragColor = v_color;
  #else
  float fill = 1.0 - smoothstep(-0.6, 0.6, d);
  // Around the smallest there is none: thousands of hairlines would be a sheet of paper.
  float rim = clamp(v_radius * 0.4 - 0.6, 0.0, 1.2);
  float halo = rim > 0.0 ? 1.0 - smoothstep(0.6, 0.6 + rim, d) : 0.0;
  vec3 inside = v_color.rgb;
  // A ringed disc: core, gap, ring.
  if (v_shape > 0.5 && v_shape < 1.5 && v_radius > 3.5) {
    float gap = smoothstep(0.62, 0.66, length(v_at) / v_radius) - smoothstep(0.78, 0.82, length(v_at) / v_radius);
    inside = mix(inside, u_background, gap);
  }
  vec4 shape = vec4(inside, 1.0) * fill;
  gl_FragColor = shape + vec4(u_background, 1.0) * (halo - fill * halo) * 0.9;
  #endif
}`;

export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX_SHADER,
      FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, -1],
        [1, 1],
        [-1, 1],
      ],
    };
  }

  processVisibleItem(id: number, start: number, look: NodeDisplayData): void {
    const { array } = this;
    array[start] = look.x;
    array[start + 1] = look.y;
    array[start + 2] = look.size;
    array[start + 3] = (look as NodeLook).shape;
    array[start + 4] = floatColor(look.color);
    array[start + 5] = id;
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    const background = parseHex(this.renderer.getGraph().getAttribute('background') as string);
    gl.uniformMatrix3fv(uniformLocations['u_matrix']!, false, params.matrix);
    gl.uniform1f(uniformLocations['u_sizeRatio']!, params.sizeRatio);
    gl.uniform1f(uniformLocations['u_correctionRatio']!, params.correctionRatio);
    // Shapes stand upright where the picture lies on its side.
    const [cosine, sine] = [Math.cos(params.cameraAngle), Math.sin(params.cameraAngle)];
    gl.uniformMatrix2fv(uniformLocations['u_upright']!, false, [cosine, sine, -sine, cosine]);
    gl.uniform3f(uniformLocations['u_background']!, background[0] / 255, background[1] / 255, background[2] / 255);
  }
}
