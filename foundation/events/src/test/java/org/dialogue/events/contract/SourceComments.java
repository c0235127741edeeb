package org.dialogue.events.contract;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The Javadoc of the records, so that what is published says what the source says, and nothing is written twice. */
final class SourceComments {

    private final Map<String, String> texts = new HashMap<>();

    /**
     * Reads all sources under a folder.
     *
     * @param sources the root of the packages
     */
    SourceComments(Path sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> paths = Files.walk(sources)) {
            List<Path> java = paths.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjects(java.toArray(Path[]::new)));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(trees, unit.getPackageName().toString()).scan(unit, null);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return what the source says of a type} */
    String of(Class<?> type) {
        return Optional.ofNullable(texts.get(type.getCanonicalName()))
                .orElseThrow(() -> new IllegalStateException(type + " has no Javadoc"));
    }

    /** {@return what the source says of a record's component, an interface's method or an enum's constant, if anything} */
    Optional<String> of(Class<?> type, String member) {
        return Optional.ofNullable(texts.get(type.getCanonicalName() + "#" + member));
    }

    private final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final DocTrees trees;
        private String scope;

        Reader(DocTrees trees, String scope) {
            this.trees = trees;
            this.scope = scope;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
            String outer = scope;
            scope = outer + "." + type.getSimpleName();
            keep(scope);
            DocCommentTree comment = comment();
            if (comment != null) {
                comment.getBlockTags().stream()
                        .filter(ParamTree.class::isInstance)
                        .map(ParamTree.class::cast)
                        .forEach(tag -> texts.put(scope + "#" + tag.getName(), text(tag.getDescription())));
            }
            super.visitClass(type, none);
            scope = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
            keep(scope + "#" + method.getName());
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void none) {
            keep(scope + "#" + variable.getName());
            return null;
        }

        private void keep(String name) {
            DocCommentTree comment = comment();
            if (comment != null) {
                texts.putIfAbsent(name, text(comment.getFullBody()));
            }
        }

        private @Nullable DocCommentTree comment() {
            return trees.getDocCommentTree(getCurrentPath());
        }
    }

    private static String text(List<? extends DocTree> trees) {
        String text = trees.stream().map(SourceComments::text).collect(Collectors.joining());
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String text(DocTree tree) {
        if (tree instanceof LiteralTree literal) {
            return literal.getBody().getBody();
        }
        if (tree instanceof LinkTree link) {
            return link.getLabel().isEmpty() ? link.getReference().getSignature() : text(link.getLabel());
        }
        if (tree instanceof ReturnTree returned) {
            return text(returned.getDescription());
        }
        return tree.toString();
    }
}
