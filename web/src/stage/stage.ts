// The canvas: sigma in a plain class outside the component tree. It is told what to show and reports what was pointed at.
import { MultiUndirectedGraph } from 'graphology';
import Sigma from 'sigma';
import type { CameraState, MouseCoords, TouchCoords } from 'sigma/types';
import type { Appearance, Theme } from '../graph/appearance.ts';
import type { GraphModel } from '../graph/graph-model.ts';
import type { Point } from '../graph/hull.ts';
import type { Scene } from '../graph/scene.ts';
import { DrawnGraph, moveTo } from './drawn-graph.ts';
import { emphasisOf, type Attention, type Emphasis } from './emphasis.ts';
import type { PlacedLabel } from './labels.ts';
import { createLineProgram } from './line-program.ts';
import { Looks, PAPER } from './looks.ts';
import { ShapeProgram } from './node-program.ts';
import { motionMs } from './motion.ts';
import { Picture, type Ground } from './picture.ts';

export interface StageEvents {
  onNode(node: number, isDouble: boolean): void;
  onLine(line: number): void;
  onNothing(): void;
  /** What the pointer is over. */
  onHover(node: number | undefined, line: number | undefined): void;
  onDragged(node: number, at: Point): void;
  onCamera(): void;
}

export interface Showing {
  readonly scene: Scene;
  readonly attention: Attention;
  readonly theme: Theme;
  readonly pins: Readonly<Record<string, readonly [number, number]>>;
  /** Where a relaxed layout has moved nodes to. */
  readonly places: Readonly<Record<string, readonly [number, number]>>;
}

export interface CameraPlace {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export class Stage {
  readonly sigma: Sigma;
  private readonly model: GraphModel;
  private readonly appearance: Appearance;
  private readonly events: StageEvents;
  private readonly drawn: DrawnGraph;
  private readonly picture: Picture;
  private readonly bounds: Bounds;
  private showing: Showing | undefined;
  private scale = 1;
  private emphasis: Emphasis = { chosen: [], bright: undefined, strong: new Set() };
  private pointer: Point | undefined;
  private dragging: number | undefined;
  private hasJustDragged = false;

  constructor(container: HTMLElement, model: GraphModel, appearance: Appearance, events: StageEvents) {
    this.model = model;
    this.appearance = appearance;
    this.events = events;
    this.drawn = new DrawnGraph(model);
    // Sigma gets the graph when it is filled: it would be told of every single node and line.
    this.sigma = new Sigma(new MultiUndirectedGraph(), container, {
      nodeProgramClasses: { shape: ShapeProgram },
      edgeProgramClasses: { line: createLineProgram(1), arc: createLineProgram(16) },
      defaultNodeType: 'shape',
      defaultEdgeType: 'line',
      renderLabels: false,
      zIndex: true,
      stagePadding: 40,
      minCameraRatio: 0.005,
      maxCameraRatio: 4,
      zoomDuration: motionMs(),
      doubleClickZoomingRatio: 1,
      inertiaDuration: motionMs() / 2,
      defaultDrawNodeHover: () => undefined,
    });
    this.bounds = boundsOf(model);
    this.sigma.setCustomBBox(this.bounds);
    this.setCamera({ x: 0.5, y: 0.5, ratio: 1 });
    this.picture = new Picture(this.sigma, model, this.drawn);
    this.listen();
  }

  /** Draws what changed since the last call, and nothing else. */
  show(showing: Showing): void {
    const { drawn, sigma } = this;
    const before = this.showing;
    const scale = this.nodeScale();
    if (before !== undefined && isSame(before, showing) && scale === this.scale) return;
    this.showing = showing;
    this.scale = scale;
    drawn.graph.setAttribute('background', PAPER[showing.theme]);
    this.emphasis = emphasisOf(this.model, showing.scene, showing.attention);
    const placeOf = (node: number): Point => this.placeIn(showing, node);
    const isMoved = before !== undefined && (before.pins !== showing.pins || before.places !== showing.places);
    const moved = isMoved && drawn.move(placeOf);
    const grown = drawn.grow(showing.scene, placeOf);
    const looks = new Looks(this.model, this.appearance, showing.theme, showing.scene, this.emphasis, scale);
    const changed = drawn.restyle(looks, grown);
    this.picture.update(showing, this.emphasis);
    if (sigma.getGraph() !== drawn.graph) sigma.setGraph(drawn.graph);
    else if (grown || moved) sigma.refresh();
    else sigma.refresh({ partialGraph: changed, skipIndexation: true });
  }

  /** Sizes are meant for a canvas of 560 pixels; on a phone the same discs would be a heap. */
  nodeScale(): number {
    const { width, height } = this.sigma.getDimensions();
    return Math.min(1, Math.max(0.45, Math.min(width, height) / 560));
  }

  /** A pin holds against everything, a relaxed place against the server's layout. */
  private placeIn({ pins, places }: Showing, node: number): Point {
    const id = this.model.id(node);
    const [x, y] = pins[id] ?? places[id] ?? [this.model.graph.x[node]!, this.model.graph.y[node]!];
    return { x, y };
  }

  place(node: number): Point {
    const { x, y } = this.drawn.nodes[node]!;
    return { x, y };
  }

  labels(): readonly PlacedLabel[] {
    return this.picture.placed;
  }

  ground(): Ground | undefined {
    return this.picture.ground();
  }

  /** Where the node is drawn, in pixels of the canvas. */
  pixel(node: number): Point {
    return this.picture.pixel(node);
  }

  /** Moves the camera only when the node is off the screen. */
  bringIntoView(node: number): void {
    const { x, y } = this.pixel(node);
    const { width, height } = this.sigma.getDimensions();
    if (x < 30 || y < 30 || x > width - 30 || y > height - 30) this.flyTo([node]);
  }

  /** Moves nodes that are on the stage, for a layout that runs. */
  moveAll(positions: Float32Array, nodes: readonly number[]): void {
    nodes.forEach((node, at) => {
      const drawn = this.drawn.nodes[node];
      if (drawn !== undefined) moveTo(drawn, { x: positions[at * 2]!, y: positions[at * 2 + 1]! });
    });
    this.picture.moved();
    this.sigma.refresh();
  }

  flyTo(nodes: readonly number[]): void {
    const onStage = nodes.filter((node) => this.drawn.nodes[node] !== undefined);
    if (onStage.length === 0) return;
    const frames = onStage.map((node) => this.sigma.getNodeDisplayData(node)!);
    const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
    const span = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
    const xs = frames.map((frame) => frame.x);
    const ys = frames.map((frame) => frame.y);
    const ratio = Math.min(1, Math.max(0.28, Math.max(span(xs), span(ys)) * 1.5));
    this.moveCamera({
      x: middle(xs),
      y: middle(ys),
      ratio: onStage.length === 1 ? Math.min(this.camera().ratio, 0.45) : ratio,
    });
  }

  fit(): void {
    this.moveCamera({ x: 0.5, y: 0.5, ratio: 1 });
  }

  /** The canvas has the size of a sheet now, or of the screen again. */
  fitPage(): void {
    const before = this.camera();
    this.sigma.resize();
    this.setCamera(before);
    this.sigma.refresh();
  }

  zoom(factor: number): void {
    const { x, y, ratio } = this.camera();
    this.moveCamera({ x, y, ratio: Math.min(4, Math.max(0.005, ratio * factor)) });
  }

  /** Ratio 1 is the whole picture, whatever the canvas. */
  camera(): CameraPlace {
    const { x, y, ratio } = this.sigma.getCamera().getState();
    return { x, y, ratio: ratio / this.home().ratio };
  }

  setCamera(place: CameraPlace): void {
    this.sigma.getCamera().setState(this.toSigma(place));
  }

  private toSigma({ x, y, ratio }: CameraPlace): CameraState {
    const home = this.home();
    return { x, y, ratio: ratio * home.ratio, angle: home.angle };
  }

  /** The picture is wider than high: on a canvas that is higher than wide it lies on its side. */
  private home(): { readonly ratio: number; readonly angle: number } {
    const { width, height } = this.sigma.getDimensions();
    const { x, y } = this.bounds;
    const [across, up] = [x[1] - x[0], y[1] - y[0]];
    if (height <= width || across <= up) return { ratio: 1, angle: 0 };
    return { ratio: Math.max(up / across, width / height), angle: Math.PI / 2 };
  }

  private moveCamera(place: CameraPlace): void {
    const duration = motionMs();
    if (duration === 0) this.setCamera(place);
    else void this.sigma.getCamera().animate(this.toSigma(place), { duration });
  }

  kill(): void {
    this.sigma.kill();
  }

  private listen(): void {
    const { sigma, events } = this;
    sigma.on('clickNode', ({ node }) => {
      if (!this.endsDrag()) events.onNode(Number(node), false);
    });
    this.listenToDoubleClick();
    sigma.on('clickStage', ({ event }) => {
      if (this.endsDrag()) return;
      const line = this.lineAt(event);
      if (line === undefined) events.onNothing();
      else events.onLine(line);
    });
    sigma.getCamera().on('updated', () => events.onCamera());
    let scale = this.nodeScale();
    let { angle } = this.home();
    sigma.on('resize', () => {
      if (this.home().angle !== angle) {
        ({ angle } = this.home());
        this.setCamera({ x: 0.5, y: 0.5, ratio: 1 });
      }
      if (this.nodeScale() === scale || this.showing === undefined) return;
      scale = this.nodeScale();
      this.show(this.showing);
    });
    this.listenToPointer();
  }

  /** Sigma counts clicks by a timer of its own, which a busy page lets run out; the browser knows what the hand did. */
  private listenToDoubleClick(): void {
    const { sigma, events } = this;
    let pressed: number | undefined;
    const press = (node: number | undefined, { original }: MouseCoords | TouchCoords): void => {
      // The first click may move the picture under the pointer: the second is meant for the same node.
      if (original instanceof MouseEvent && original.detail === 1) pressed = node;
    };
    sigma.on('downNode', ({ node, event }) => press(Number(node), event));
    sigma.on('downStage', ({ event }) => press(undefined, event));
    sigma.getContainer().addEventListener('dblclick', () => {
      if (pressed !== undefined) events.onNode(pressed, true);
    });
    sigma.on('doubleClickNode', (event) => {
      event.preventSigmaDefault();
      if (!(event.event.original instanceof MouseEvent)) events.onNode(Number(event.node), true);
    });
  }

  private listenToPointer(): void {
    const { sigma } = this;
    // Sigma would read pixels back from the card and draw a layer anew for every move; the places are known here.
    sigma.getMouseCaptor().removeAllListeners('mousemove');
    let isWaiting = false;
    sigma.on('downNode', ({ node }) => {
      this.dragging = Number(node);
      this.hasJustDragged = false;
    });
    sigma.on('downStage', () => (this.hasJustDragged = false));
    sigma.on('moveBody', (moved) => {
      this.pointer = { x: moved.event.x, y: moved.event.y };
      if (this.dragging !== undefined) {
        moved.preventSigmaDefault();
        this.drag(this.dragging, this.pointer);
        return;
      }
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        this.lookUnder(this.pointer!);
      });
    });
    const drop = (): void => {
      if (this.dragging !== undefined && this.picture.isDragged)
        this.events.onDragged(this.dragging, this.place(this.dragging));
      this.hasJustDragged = this.picture.isDragged;
      this.dragging = undefined;
      this.picture.isDragged = false;
    };
    sigma.on('upNode', drop);
    sigma.on('upStage', drop);
  }

  /** Letting go of a dragged node counts as a click for sigma; for the reader it does not. */
  private endsDrag(): boolean {
    const ends = this.hasJustDragged;
    this.hasJustDragged = false;
    return ends;
  }

  private drag(node: number, pointer: Point): void {
    this.picture.isDragged = true;
    moveTo(this.drawn.nodes[node]!, this.sigma.viewportToGraph(pointer));
    this.sigma.refresh({ partialGraph: { nodes: [String(node)], edges: this.drawn.graph.edges(node) } });
  }

  private lookUnder(pointer: Point): void {
    const { width, height } = this.sigma.getDimensions();
    const isOutside = pointer.x < 0 || pointer.y < 0 || pointer.x > width || pointer.y > height;
    const node = isOutside ? undefined : this.picture.nodeAt(pointer);
    this.hover(node, isOutside || node !== undefined ? undefined : this.lineAt(pointer));
  }

  private hover(node: number | undefined, line: number | undefined): void {
    if (!this.picture.hover(node, line)) return;
    this.sigma.getContainer().style.cursor = node === undefined && line === undefined ? '' : 'pointer';
    this.events.onHover(node, line);
  }

  lineAt(pointer: Point): number | undefined {
    return this.picture.lineAt(pointer);
  }
}

function isSame(a: Showing, b: Showing): boolean {
  const { selection, focus, path } = a.attention;
  return (
    a.scene === b.scene &&
    a.theme === b.theme &&
    a.pins === b.pins &&
    a.places === b.places &&
    selection === b.attention.selection &&
    focus === b.attention.focus &&
    path === b.attention.path
  );
}

interface Bounds {
  readonly x: [number, number];
  readonly y: [number, number];
}

function boundsOf(model: GraphModel): Bounds {
  const range = (values: Float32Array): [number, number] => {
    let [low, high] = [Infinity, -Infinity];
    for (const value of values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return low > high ? [-1, 1] : low === high ? [low - 1, high + 1] : [low, high];
  };
  return { x: range(model.graph.x), y: range(model.graph.y) };
}
