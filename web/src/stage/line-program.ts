// Draws lines between nodes: straight or as an arc where several share a pair, whole, dashed or dotted by how they are meant.
import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

export interface LineLook extends EdgeDisplayData {
  /** Height of the arc as a share of its length; its sign is the side. */
  readonly curve: number;
  /** 0 whole, 1 dashed, 2 dotted. */
  readonly dash: number;
}

const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
const UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_correctionRatio'] as const;

const VERTEX_SHADER = /* glsl */ `
attribute vec2 a_source;
attribute vec2 a_target;
attribute float a_thickness;
attribute float a_curve;
attribute float a_dash;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_step;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying float v_across;
varying float v_along;
varying float v_half;
varying float v_dash;
const float bias = 255.0 / 254.0;

void main() {
  float pixel = 2.0 * u_correctionRatio;
  vec2 chord = a_target - a_source;
  vec2 bend = (a_source + a_target) * 0.5 + vec2(-chord.y, chord.x) * a_curve * 2.0;
  float t = a_step.x;
  vec2 at = mix(mix(a_source, bend, t), mix(bend, a_target, t), t);
  vec2 tangent = mix(bend - a_source, a_target - bend, t);
  vec2 normal = length(tangent) > 0.0 ? normalize(vec2(-tangent.y, tangent.x)) : vec2(0.0);
  v_half = a_thickness / u_sizeRatio * 0.5;
  // Room for the soft rim: a line thinner than a pixel is drawn a pixel wide and lighter.
  v_across = (max(v_half, 0.5) + 0.7) * a_step.y;
  v_along = t * length(chord) / pixel;
  v_dash = a_dash;
  v_color = a_color;
  v_color.a *= bias;
  gl_Position = vec4((u_matrix * vec3(at + normal * v_across * pixel, 1)).xy, 0, 1);
}`;

const FRAGMENT_SHADER = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying float v_across;
varying float v_along;
varying float v_half;
varying float v_dash;

void main() {
  float reach = max(v_half, 0.5);
  float alpha = (1.0 - smoothstep(reach - 0.5, reach + 0.5, abs(v_across))) * min(1.0, v_half * 2.0);
  if (v_dash > 1.5) alpha *= step(fract(v_along / 5.0), 0.4);
  else if (v_dash > 0.5) alpha *= step(fract(v_along / 11.0), 0.6);
  gl_FragColor = v_color * alpha;
}`;

/** @param segments 1 for straight lines, more for arcs; the vertices are shared by all lines of the program */
export function createLineProgram(segments: number): EdgeProgramType {
  const steps = Array.from({ length: segments + 1 }, (_unused, at) => at / segments);
  class LineProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
    getDefinition() {
      return {
        VERTICES: steps.length * 2,
        VERTEX_SHADER_SOURCE: VERTEX_SHADER,
        FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_source', size: 2, type: FLOAT },
          { name: 'a_target', size: 2, type: FLOAT },
          { name: 'a_thickness', size: 1, type: FLOAT },
          { name: 'a_curve', size: 1, type: FLOAT },
          { name: 'a_dash', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_step', size: 2, type: FLOAT }],
        CONSTANT_DATA: steps.flatMap((step) => [
          [step, 1],
          [step, -1],
        ]),
      };
    }

    processVisibleItem(
      id: number,
      start: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      look: EdgeDisplayData,
    ): void {
      const { array } = this;
      const { curve, dash } = look as LineLook;
      array[start] = source.x;
      array[start + 1] = source.y;
      array[start + 2] = target.x;
      array[start + 3] = target.y;
      array[start + 4] = look.size;
      array[start + 5] = curve;
      array[start + 6] = dash;
      array[start + 7] = floatColor(look.color);
      array[start + 8] = id;
    }

    setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
      gl.uniformMatrix3fv(uniformLocations['u_matrix']!, false, params.matrix);
      gl.uniform1f(uniformLocations['u_sizeRatio']!, params.sizeRatio);
      gl.uniform1f(uniformLocations['u_correctionRatio']!, params.correctionRatio);
    }
  }
  return LineProgram;
}
