#include "models/arrayparameter.h"

namespace squall::models {

QByteArray arrayParameter(const std::vector<QByteArray> &values)
{
    QByteArray text = "{";
    for (const auto &value : values) {
        if (text.size() > 1)
            text += ',';
        text += '"';
        for (const char c : value) {
            if (c == '"' || c == '\\')
                text += '\\';
            text += c;
        }
        text += '"';
    }
    return text + '}';
}

} // namespace squall::models
