package org.dialogue.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;

/** Writes replies in which documents may be as they are stored, so that these are neither decoded nor encoded. */
final class ReplyEncoder extends ChannelOutboundHandlerAdapter {

    /** No client can send what stands under it. */
    private static final String STORED = "$stored";

    /** Has a connection write its replies like this, if it does not yet: what leaves passes the last handler first. */
    static void use(ChannelPipeline pipeline) {
        if (pipeline.get(ReplyEncoder.class) == null) {
            pipeline.addLast(new ReplyEncoder());
        }
    }

    /** Stands for a stored document in a reply. */
    static Document stored(StoredDocument document) {
        return new Document(STORED, document);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (!(message instanceof MongoMessage reply)) {
            context.write(message, promise);
            return;
        }
        ByteBuf buffer = context.alloc().buffer();
        try {
            buffer.writeIntLE(0);
            buffer.writeIntLE(reply.getHeader().getRequestID());
            buffer.writeIntLE(reply.getHeader().getResponseTo());
            buffer.writeIntLE(OpCode.OP_MSG.getId());
            buffer.writeIntLE(reply.getFlags());
            buffer.writeByte(MongoMessage.SECTION_KIND_BODY);
            encode(reply.getDocument(), buffer);
            buffer.setIntLE(0, buffer.writerIndex());
        } catch (RuntimeException e) {
            // The client would wait for ever.
            buffer.release();
            context.close();
            throw e;
        }
        context.write(buffer, promise);
    }

    /** Encodes a document. */
    static void encode(Map<String, ?> document, ByteBuf buffer) {
        if (document.get(STORED) instanceof StoredDocument stored) {
            buffer.writeBytes(stored.bson());
            return;
        }
        int start = begin(buffer);
        document.forEach((name, value) -> encodeField(name, value, buffer));
        end(start, buffer);
    }

    private static void encodeField(String name, Object value, ByteBuf buffer) {
        byte type = BsonEncoder.determineType(value);
        buffer.writeByte(type);
        buffer.writeCharSequence(name, StandardCharsets.UTF_8);
        buffer.writeByte(BsonConstants.STRING_TERMINATION);
        if (value instanceof Document document) {
            encode(document, buffer);
        } else if (value instanceof Collection<?> array) {
            int start = begin(buffer);
            int place = 0;
            for (Object element : array) {
                encodeField(String.valueOf(place++), element, buffer);
            }
            end(start, buffer);
        } else {
            BsonEncoder.encodeValue(type, value, buffer);
        }
    }

    private static int begin(ByteBuf buffer) {
        int start = buffer.writerIndex();
        buffer.writeIntLE(0);
        return start;
    }

    private static void end(int start, ByteBuf buffer) {
        buffer.writeByte(BsonConstants.TERMINATING_BYTE);
        buffer.setIntLE(start, buffer.writerIndex() - start);
    }
}
