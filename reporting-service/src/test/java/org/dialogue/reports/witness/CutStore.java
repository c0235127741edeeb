package org.dialogue.reports.witness;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Lets a process write to MongoDB so many times, and then nothing gets through any more, as if it had been killed. */
final class CutStore implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Set<String> WRITES = Set.of(
            "insertOne",
            "insertMany",
            "replaceOne",
            "updateOne",
            "updateMany",
            "deleteOne",
            "deleteMany",
            "bulkWrite",
            "findOneAndUpdate",
            "findOneAndReplace",
            "findOneAndDelete",
            "createCollection",
            "createIndex",
            "createIndexes",
            "drop",
            "runCommand");
    private static final List<Class<?>> HANDLES =
            List.of(MongoClient.class, MongoDatabase.class, MongoCollection.class);

    private int left;

    CutStore(int writes) {
        this.left = writes;
    }

    /** What the process would have done next it never did. */
    static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    static boolean isBehind(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof Killed || cause != null && isBehind(cause);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.addBeanFactoryPostProcessor(beans -> beans.addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof MongoClient client ? watched(MongoClient.class, client) : bean;
            }
        }));
    }

    private Object watched(Class<?> type, Object handle) {
        return Proxy.newProxyInstance(
                CutStore.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return call(handle, method, arguments);
                    }
                    if (WRITES.contains(method.getName())) {
                        left--;
                    }
                    if (left < 0) {
                        throw new Killed();
                    }
                    Object result = call(handle, method, arguments);
                    return HANDLES.contains(method.getReturnType()) ? watched(method.getReturnType(), result) : result;
                });
    }

    private static Object call(Object handle, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(handle, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
